namespace ReleaseInfra.Tests.Support;

/// <summary>
/// A clock for programs that wait for several things at once: whenever everybody waits, it jumps to the first wait's end. While a
/// call with a deadline is under way it stands still, and so do those who hold it; a call that never ends is waited for only so long.
/// </summary>
public sealed class RushingTime : TimeProvider, IAsyncDisposable
{
    /// <summary>Deadlines up to here are of single attempts at a call; longer ones are of work that itself waits, such as between attempts.</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(100);

    /// <summary>Of real time, for whoever was just rung to do what it waited for.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(1);

    /// <summary>Of real time, for a call, and for whatever is done without one before a jump so far that it must be a deadline.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Nobody who works looks away for longer.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly Lock _guard = new();
    private readonly List<RushingTimer> _timers = [];
    private readonly CancellationTokenSource _over = new();
    private readonly Task _rushing;
    private DateTimeOffset _now;
    private long _moves;
    private int _holds;

    public RushingTime(DateTimeOffset start)
    {
        _now = start;
        _rushing = Task.Run(RushAsync);
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Told of each jump, before who waited is.</summary>
    public Action<DateTimeOffset>? Jumped { get; set; }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_guard)
            return _now + Skew;
    }

    /// <summary>How far the clock of this machine's wall has jumped; waits do not see it, and nor do other machines.</summary>
    public TimeSpan Skew { get; set; }

    /// <summary>Of another machine: the same time, without the skew.</summary>
    public TimeProvider Elsewhere => field ??= new SteadyTime(this);

    /// <summary>For everybody, while nobody looks.</summary>
    public void Pass(TimeSpan time)
    {
        lock (_guard)
            _now += time;
    }

    public override long GetTimestamp()
    {
        lock (_guard)
            return _now.UtcTicks;
    }

    /// <summary>Until it is disposed of, time stands still.</summary>
    public IDisposable Hold()
    {
        Interlocked.Increment(ref _holds);
        return new Release(() => Interlocked.Decrement(ref _holds));
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new RushingTimer(this, () => callback(state), isCall: state is CancellationTokenSource && dueTime <= LongestCall);
        timer.Change(dueTime, period);
        return timer;
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _rushing;
        _over.Dispose();
    }

    private async Task RushAsync()
    {
        var rest = new PoolRest();
        var (moved, quietSince) = (-1L, System.GetTimestamp());
        while (!_over.IsCancellationRequested)
        {
            await Task.Delay(Breath);
            var isIdle = rest.IsIdle();
            var moves = Interlocked.Read(ref _moves);
            if (moves != moved || Volatile.Read(ref _holds) > 0)
                (moved, quietSince) = (moves, System.GetTimestamp());
            else if ((isIdle && !IsAtWork()) || System.GetElapsedTime(quietSince) >= Patience)
                Jump();
        }
    }

    /// <summary>A call is under way, or everybody who looks from time to time is doing something.</summary>
    private bool IsAtWork()
    {
        lock (_guard)
            return _timers.Exists(timer => timer.IsCall) || !_timers.Exists(timer => timer.Due - _now <= LongestWait);
    }

    private void Jump()
    {
        RushingTimer[] due;
        DateTimeOffset now;
        lock (_guard)
        {
            if (_timers.Count == 0)
                return;
            now = _now = Later(_now, _timers.Min(timer => timer.Due));
            due = [.. _timers.Where(timer => timer.Due <= _now).OrderBy(timer => timer.Due)];
            _timers.RemoveAll(due.Contains);
        }

        Jumped?.Invoke(now);
        foreach (var timer in due)
            timer.Ring();
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private sealed class SteadyTime(RushingTime time) : TimeProvider
    {
        public override long TimestampFrequency => time.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => time.GetUtcNow() - time.Skew;

        public override long GetTimestamp() => time.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            time.CreateTimer(callback, state, dueTime, period);
    }

    private sealed class Release(Action let) : IDisposable
    {
        private Action? _let = let;

        public void Dispose() => Interlocked.Exchange(ref _let, null)?.Invoke();
    }

    private sealed class RushingTimer(RushingTime time, Action ring, bool isCall) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset Due { get; private set; }

        public bool IsCall => isCall;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._guard)
            {
                _period = period;
                time._timers.Remove(this);
                Interlocked.Increment(ref time._moves);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;

                Due = time._now + dueTime;
                time._timers.Add(this);
                return true;
            }
        }

        public void Ring()
        {
            if (_period > TimeSpan.Zero)
                Change(_period, _period);
            ring();
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
