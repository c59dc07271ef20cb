namespace ReleaseInfra.Rehearsal.Ingress;

/// <summary>Ends a request in which nothing moved for too long, whose client is gone, or whose ingress stops.</summary>
internal sealed class SilenceLimit : IDisposable
{
    private readonly CancellationTokenSource _over;
    private readonly CancellationTokenRegistration _gone;
    private readonly CancellationTokenRegistration _stopped;
    private readonly ITimer _alarm;
    private readonly TimeSpan _limit;

    public SilenceLimit(TimeSpan limit, TimeProvider watch, CancellationToken gone, CancellationToken stopping)
    {
        _limit = limit;
        _over = new CancellationTokenSource();
        _alarm = watch.CreateTimer(static over => ((CancellationTokenSource)over!).Cancel(), _over, limit, Timeout.InfiniteTimeSpan);
        _gone = gone.UnsafeRegister(static over => ((CancellationTokenSource)over!).Cancel(), _over);
        _stopped = stopping.UnsafeRegister(static over => ((CancellationTokenSource)over!).Cancel(), _over);
    }

    public CancellationToken Token => _over.Token;

    /// <summary>Something moved.</summary>
    public void Reset() => _alarm.Change(_limit, Timeout.InfiniteTimeSpan);

    public void End() => _over.Cancel();

    public void Dispose()
    {
        _gone.Dispose();
        _stopped.Dispose();
        _alarm.Dispose();
        // Not disposed of: an alarm that rings this moment may still cancel it, and it holds nothing.
    }
}
