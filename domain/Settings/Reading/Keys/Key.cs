using System.Collections.Immutable;
using ReleaseInfra.Domain.Settings.Reading.Forms;

namespace ReleaseInfra.Domain.Settings.Reading.Keys;

/// <summary>A key that may be written. Readers can read no other, and what no reader lists is refused.</summary>
internal abstract record Key(string Name)
{
    public bool Required { get; init; } = true;

    public abstract string Allowed { get; }
}

internal sealed record Key<T>(string Name, Form<T> Form) : Key(Name)
{
    public override string Allowed => Form.Allowed;

    public T? Default { get; private init; }

    public Key<T> Or(T value) => this with { Required = false, Default = value };

    public Key<T> Optional() => this with { Required = false };
}

/// <summary>An object with keys of its own.</summary>
/// <param name="Variants">One table of keys, or one for each kind of the object.</param>
internal sealed record SectionKey(string Name, params ImmutableArray<KeyTable> Variants) : Key(Name)
{
    public override string Allowed => "an object";

    public SectionKey Optional() => this with { Required = false };
}

/// <summary>An object whose names are the writer's own, each with the same keys below.</summary>
internal sealed record EntriesKey(string Name, Form<string> Names, params ImmutableArray<KeyTable> Variants) : Key(Name)
{
    public override string Allowed => "an object with an object for each name";
}
