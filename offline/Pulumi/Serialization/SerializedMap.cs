using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>A serialised dictionary in the making.</summary>
internal sealed class SerializedMap
{
    private readonly ImmutableDictionary<string, object?>.Builder _entries = ImmutableDictionary.CreateBuilder<string, object?>();
    private bool _isKnown = true;
    private bool _isSecret;

    // Nulls are as good as absent, and names that start with two underscores are the engine's own.
    public void Add(string key, SerializedValue value)
    {
        _isKnown &= value.IsKnown;
        _isSecret |= value.IsSecret;
        if (value.Value is not null && !key.StartsWith("__", StringComparison.Ordinal))
            _entries[key] = value.Value;
    }

    public SerializedValue ToValue() => new(_entries.ToImmutable(), _isKnown, _isSecret);
}
