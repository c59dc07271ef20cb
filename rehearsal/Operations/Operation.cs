namespace ReleaseInfra.Rehearsal.Operations;

/// <summary>Work that Azure accepted and does in its own time.</summary>
public sealed record Operation(string Id, string ResourceId, DateTimeOffset Started, OperationState State);

public abstract record OperationState
{
    private protected OperationState()
    {
    }
}

/// <param name="Ends">When a poll first finds it ended.</param>
public sealed record OperationInProgress(DateTimeOffset Ends) : OperationState;

public sealed record OperationSucceeded : OperationState;

public sealed record OperationFailed(AzureError Error) : OperationState;

public sealed record OperationCanceled : OperationState;
