using System.Collections.Immutable;

namespace Pulumi.Serialization;

internal sealed class OutputSource<T> : OutputSource
{
    private readonly ImmutableHashSet<Resource> _resources;
    private readonly TaskCompletionSource<OutputData> _completion = new();
    private readonly Output<T> _output;

    public OutputSource(ImmutableHashSet<Resource> resources)
    {
        _resources = resources;
        _output = new Output<T>(OutputState.SettledBy(_completion));
    }

    public override object Output => _output;

    public override void Settle(SerializedValue value)
        => _completion.TrySetResult(new OutputData(
            value.Value ?? default(T), _resources, value.IsKnown, value.IsSecret));

    public override void SettleDefault(bool isKnown)
        => _completion.TrySetResult(new OutputData(default(T), _resources, isKnown, isSecret: false));

    public override void Fail(Exception error)
    {
        _completion.TrySetException(error);

        // The registration, which the run watches, ends with the same error: nobody else needs to look at this one.
        _ = _completion.Task.Exception;
    }
}
