using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Operations;

/// <summary>What an operation changes when it ends. It is kept with the state, so that a process that dies leaves it to the next.</summary>
internal abstract record OperationWork
{
    private protected OperationWork()
    {
    }
}

/// <summary>The change took effect when it was accepted; only its end is awaited.</summary>
internal sealed record NothingLeft : OperationWork;

internal sealed record ApplyContainerApp(DeclaredResource Desired) : OperationWork;

internal sealed record SwapSlots(string SourceId, string TargetId) : OperationWork;

/// <param name="Work">Runs once, at <paramref name="Ends"/>.</param>
internal sealed record PendingOperation(
    string Id, string ResourceId, DateTimeOffset Started, DateTimeOffset Ends, OperationWork Work)
{
    public bool IsOn(string id) =>
        ResourceIds.Same(ResourceId, id) || (Work is SwapSlots swap && ResourceIds.Same(swap.SourceId, id));

    public Operation InProgress => new(Id, ResourceId, Started, new OperationInProgress(Ends));

    public Operation Ended(OperationState state) => new(Id, ResourceId, Started, state);
}
