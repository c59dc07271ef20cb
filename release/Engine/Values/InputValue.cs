using System.Collections.Immutable;

namespace ReleaseInfra.Cli.Engine.Values;

/// <summary>An input as it may be shown, compared and kept: what is secret has no clear text here.</summary>
internal abstract record InputValue
{
    private protected InputValue()
    {
    }
}

internal sealed record NullValue : InputValue
{
    public static readonly NullValue Instance = new();
}

internal sealed record BooleanValue(bool Value) : InputValue;

internal sealed record NumberValue(double Value) : InputValue;

internal sealed record TextValue(string Value) : InputValue;

internal sealed record ListValue(ImmutableArray<InputValue> Items) : InputValue;

/// <param name="Entries">In ordinal order of the keys, each key once.</param>
internal sealed record MapValue(ImmutableArray<MapEntry> Entries) : InputValue
{
    public static readonly MapValue Empty = new([]);

    public static MapValue Of(IEnumerable<MapEntry> entries)
    {
        var sorted = entries.ToArray();
        Array.Sort(sorted, (left, right) => string.CompareOrdinal(left.Key, right.Key));
        return new MapValue([.. sorted]);
    }

    public InputValue? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key == key)
                return entry.Value;
        }

        return null;
    }
}

internal sealed record MapEntry(string Key, InputValue Value);

/// <param name="Digest">Keyed; null where there is no key, and then no two secrets are known to be the same.</param>
internal sealed record SecretValue(string? Digest) : InputValue;

/// <summary>Known only once it is applied.</summary>
internal sealed record UnknownValue : InputValue
{
    public static readonly UnknownValue Instance = new();
}
