using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Settings.Reading.Keys;

/// <summary>The keys that one kind of object takes.</summary>
internal sealed record KeyTable(params ImmutableArray<Key> Keys)
{
    /// <summary>Takes an editor to the schema; means nothing to the program.</summary>
    public static Key<string> Schema { get; } = new Key<string>("$schema", Forms.Form.Text("the schema's path", _ => true)).Optional();

    public ImmutableArray<string> Names { get; } = [.. Keys.Select(key => key.Name)];
}
