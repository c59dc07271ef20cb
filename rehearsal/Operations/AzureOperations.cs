using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Rehearsal.Operations;

/// <summary>Asynchronous operations, as they are polled.</summary>
public sealed class AzureOperations
{
    private readonly AzureStore _store;

    internal AzureOperations(AzureStore store) => _store = store;

    /// <exception cref="AzureException">There is no such operation, or it ended too long ago.</exception>
    public Task<Operation> GetAsync(string id, CancellationToken cancellation) =>
        _store.InTurnAsync(turn => turn.Operation(id), cancellation);

    /// <summary>Waits, by the given clock, until it ends in one way or another.</summary>
    /// <exception cref="AzureException">There is no such operation.</exception>
    public async Task<Operation> WaitAsync(string id, CancellationToken cancellation)
    {
        var time = _store.Options.Time;
        while (true)
        {
            var operation = await GetAsync(id, cancellation);
            if (operation.State is not OperationInProgress progress)
                return operation;

            var left = progress.Ends - time.GetUtcNow();
            if (left > TimeSpan.Zero)
                await Task.Delay(left, time, cancellation);
        }
    }
}
