namespace ReleaseInfra.Rehearsal.Store;

/// <summary>The one gate to the state, in this process; whoever shares the file between processes locks it.</summary>
internal sealed class AzureStore(EmbeddedAzureOptions options, AzureStateFile file, AzureState state) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly SemaphoreSlim _saving = new(1);
    private readonly Pulse _changes = new();
    private AzureState _state = state;
    private AzureState _saved = state;

    public EmbeddedAzureOptions Options => options;

    /// <summary>Ends with the next turn that changes something.</summary>
    public Task NextChange => _changes.Next;

    /// <summary>As the last turn left it: what was due since has not happened yet.</summary>
    public AzureState State => Volatile.Read(ref _state);

    public async Task<T> InTurnAsync<T>(Func<Turn, T> act, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        var before = _state;
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
            var hasChanged = !ReferenceEquals(_state, before);
            _gate.Release();
            if (hasChanged)
                _changes.Beat();
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
