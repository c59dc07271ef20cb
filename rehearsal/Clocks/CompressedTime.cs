namespace ReleaseInfra.Rehearsal.Clocks;

/// <summary>
/// A clock on which waiting takes a fraction of the time that it says. What a machine really does (a call, a process that
/// starts) is as long on it as it is: while that is under way, the clock goes at the speed of the machine's own.
/// </summary>
public abstract class CompressedTime : TimeProvider
{
    private readonly Lock _guard = new();
    private readonly PriorityQueue<(CompressedTimer Timer, int Round), long> _due = new();

    private protected CompressedTime()
    {
    }

    /// <summary>Of <see cref="GetTimestamp"/>.</summary>
    public sealed override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>UTC, in ticks.</summary>
    private protected abstract long Now { get; }

    public sealed override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);

    public sealed override long GetTimestamp() => Now;

    public sealed override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new CompressedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Until it is disposed of, the clock goes at the machine's own speed.</summary>
    public abstract IDisposable Working();

    /// <summary>Whoever waited until now is told, on a thread of the pool.</summary>
    private protected void Ring()
    {
        var now = Now;
        while (true)
        {
            CompressedTimer timer;
            lock (_guard)
            {
                if (!_due.TryPeek(out var first, out var at) || at > now)
                    return;
                _due.Dequeue();
                if (!first.Timer.IsSet(first.Round))
                    continue;
                timer = first.Timer;
                timer.Again(now);
            }

            ThreadPool.UnsafeQueueUserWorkItem(static ring => ring.Call(), timer, preferLocal: false);
        }
    }

    private sealed class CompressedTimer(CompressedTime time, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;
        // A change makes what was due before no longer due.
        private int _round;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._guard)
            {
                _round++;
                _period = period;
                if (dueTime != Timeout.InfiniteTimeSpan)
                    time._due.Enqueue((this, _round), time.Now + dueTime.Ticks);
                return true;
            }
        }

        public bool IsSet(int round) => round == _round;

        public void Again(long now)
        {
            if (_period > TimeSpan.Zero)
                time._due.Enqueue((this, _round), now + _period.Ticks);
        }

        public void Call() => callback(state);

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
