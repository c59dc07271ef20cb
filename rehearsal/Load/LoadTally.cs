using System.Collections.Immutable;

namespace ReleaseInfra.Rehearsal.Load;

/// <summary>Counts, from any number of threads.</summary>
internal sealed class LoadTally
{
    private const int ListedLost = 20;

    private readonly LatencyHistogram _latencies = new();
    private readonly Lock _guard = new();
    private ImmutableArray<LostRequest> _firstLost = [];
    private long _sent;
    private long _answered;
    private long _failed;
    private long _lost;
    private long _lag;
    private long _longestLag;

    /// <summary>What was ended is read before what was sent, so nobody sees more answers than requests.</summary>
    public LoadFigures Figures
    {
        get
        {
            var (answered, failed, lost) = (Interlocked.Read(ref _answered), Interlocked.Read(ref _failed), Interlocked.Read(ref _lost));
            var percentiles = _latencies.Percentiles(0.50, 0.95, 0.99);
            lock (_guard)
            {
                return new LoadFigures(
                    Interlocked.Read(ref _sent), answered, Math.Min(failed, answered), lost, percentiles[0], percentiles[1], percentiles[2],
                    _latencies.Longest, new TimeSpan(Interlocked.Read(ref _lag)), new TimeSpan(Interlocked.Read(ref _longestLag)), _firstLost);
            }
        }
    }

    public void Sent(TimeSpan lag)
    {
        Interlocked.Increment(ref _sent);
        Interlocked.Exchange(ref _lag, lag.Ticks);
        InterlockedMax.Raise(ref _longestLag, lag.Ticks);
    }

    public void Ended(LoadedRequest request)
    {
        switch (request.Ending)
        {
            case LoadEnding.Answered answered:
                _latencies.Add(request.Took);
                Interlocked.Increment(ref _answered);
                if (answered.IsFailure)
                    Interlocked.Increment(ref _failed);
                return;
            case LoadEnding.Lost lost:
                Interlocked.Increment(ref _lost);
                List(new LostRequest(request.At, request.App, lost.Why));
                return;
        }
    }

    private void List(LostRequest lost)
    {
        lock (_guard)
        {
            if (_firstLost.Length < ListedLost)
                _firstLost = _firstLost.Add(lost);
        }
    }
}
