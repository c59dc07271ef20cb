using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>Settles one output of a resource.</summary>
internal readonly struct OutputSource(OutputState state, OutputShape shape, ImmutableHashSet<Resource> resources)
{
    /// <summary>The value is converted already; null is the default.</summary>
    public void Settle(SerializedValue value)
        => state.Settle(new OutputData(value.Value ?? shape.Default, resources, value.IsKnown, value.IsSecret));

    public void SettleDefault(bool isKnown) => state.Settle(new OutputData(shape.Default, resources, isKnown, isSecret: false));

    public void Fail(Exception error) => state.Fail(error);
}
