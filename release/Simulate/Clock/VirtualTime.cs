namespace ReleaseInfra.Cli.Simulate.Clock;

/// <summary>
/// The clock of one simulated world, and the one thread that everything in it runs on. When nobody has anything to do any more, it jumps
/// to the first moment that somebody waits for. What is due at the same moment comes in the order in which it was asked for, so the same
/// world always does the same.
/// </summary>
/// <remarks>Everything in the world awaits with its context: what went on elsewhere, the clock would not wait for.</remarks>
internal sealed class VirtualTime(DateTimeOffset start) : TimeProvider
{
    private readonly PriorityQueue<VirtualTimer.Ring, (long Due, long Number)> _rings = new(FirstDue.Instance);
    private readonly Queue<(VirtualProcess Process, SendOrPostCallback Callback, object? State)> _ready = new();
    private long _now = start.UtcTicks;
    private long _number;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(_now, TimeSpan.Zero);

    public override long GetTimestamp() => _now;

    /// <summary>Belongs to the process that makes it, and never rings once that was killed.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, VirtualProcess.Current, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lives through a world until its end, on the calling thread.</summary>
    /// <exception cref="InvalidOperationException">Everybody waits for something that never comes.</exception>
    public T Run<T>(Func<Task<T>> world)
    {
        var root = new VirtualProcess(this);
        var ending = root.Do(world);
        while (!ending.IsCompleted)
        {
            if (_ready.TryDequeue(out var next))
                next.Process.Do(next.Callback, next.State);
            else if (_rings.TryDequeue(out var ring, out var due))
                Ring(ring, due.Due);
            else
                throw new InvalidOperationException("Everybody in the simulated world waits for something that never comes.");
        }

        return ending.GetAwaiter().GetResult();
    }

    internal void Post(VirtualProcess process, SendOrPostCallback callback, object? state) => _ready.Enqueue((process, callback, state));

    internal void RingAt(VirtualTimer.Ring ring, TimeSpan dueTime) => _rings.Enqueue(ring, (_now + dueTime.Ticks, _number++));

    private void Ring(VirtualTimer.Ring ring, long due)
    {
        if (!ring.Counts)
            return;
        _now = Math.Max(_now, due);
        ring.Timer.Go();
    }

    private sealed class FirstDue : IComparer<(long Due, long Number)>
    {
        public static readonly FirstDue Instance = new();

        public int Compare((long Due, long Number) x, (long Due, long Number) y) =>
            x.Due != y.Due ? x.Due.CompareTo(y.Due) : x.Number.CompareTo(y.Number);
    }
}
