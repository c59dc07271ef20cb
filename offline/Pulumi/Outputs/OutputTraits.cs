using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Gathers what several outputs give to the one made of them: known if all are, secret if one is.</summary>
internal sealed class OutputTraits
{
    private ImmutableHashSet<Resource> _resources = [];
    private bool _isSecret;

    public bool IsKnown { get; private set; } = true;

    /// <returns>The value.</returns>
    public object? Add(OutputData data)
    {
        IsKnown &= data.IsKnown;
        _isSecret |= data.IsSecret;
        if (!data.Resources.IsEmpty)
            _resources = _resources.IsEmpty ? data.Resources : _resources.Union(data.Resources);
        return data.Value;
    }

    public OutputData Of(object? value) => new(value, _resources, IsKnown, _isSecret);
}
