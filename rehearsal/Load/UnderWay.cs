namespace ReleaseInfra.Rehearsal.Load;

/// <summary>Counts requests, and tells when the last has ended; after that no new one begins.</summary>
internal sealed class UnderWay
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>One more than there are, until somebody waits for the end.</summary>
    private int _count = 1;
    private int _waits;

    public void Begin() => Interlocked.Increment(ref _count);

    public void End()
    {
        if (Interlocked.Decrement(ref _count) == 0)
            _ended.TrySetResult();
    }

    public Task EndedAsync()
    {
        if (Interlocked.Exchange(ref _waits, 1) == 0)
            End();
        return _ended.Task;
    }
}
