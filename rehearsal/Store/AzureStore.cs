namespace ReleaseInfra.Rehearsal.Store;

/// <summary>The one gate to the state, in this process; whoever shares the file between processes locks it.</summary>
internal sealed class AzureStore(EmbeddedAzureOptions options, AzureStateFile file, AzureState state) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly SemaphoreSlim _saving = new(1);
    private AzureState _state = state;
    private AzureState _saved = state;

    public EmbeddedAzureOptions Options => options;

    public async Task<T> InTurnAsync<T>(Func<Turn, T> act, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            var turn = new Turn(options, _state, options.Time.GetUtcNow());
            turn.Settle();
            // What was due has happened, whether or not the caller's own act is refused.
            _state = turn.State;
            var result = act(turn);
            _state = turn.State;
            return result;
        }
        finally
        {
            _gate.Release();
        }
    }

    public Task ActAsync(Action<Turn> act, CancellationToken cancellation) => InTurnAsync(
        turn =>
        {
            act(turn);
            return turn.State;
        },
        cancellation);

    public async Task SaveAsync(IReadOnlyCollection<FileContent> together, CancellationToken cancellation)
    {
        await _saving.WaitAsync(cancellation);
        try
        {
            // Never behind a save that began earlier: this one holds all of that and more.
            var current = Volatile.Read(ref _state);
            if (ReferenceEquals(current, _saved) && together.Count == 0)
                return;

            await file.WriteAsync(current, together, cancellation);
            _saved = current;
        }
        finally
        {
            _saving.Release();
        }
    }

    public void Dispose()
    {
        _gate.Dispose();
        _saving.Dispose();
    }
}
