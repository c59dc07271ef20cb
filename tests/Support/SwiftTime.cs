namespace ReleaseInfra.Tests.Support;

/// <summary>
/// A clock that does not let anybody wait: who waits for no longer than <paramref name="patience"/> moves it there at once.
/// Longer waits are deadlines, and ring when the short ones have moved the clock that far.
/// </summary>
public sealed class SwiftTime(TimeSpan patience) : TimeProvider
{
    private readonly ManualTime _time = new();
    private readonly Lock _guard = new();
    private readonly List<TimeSpan> _waits = [];

    public SwiftTime()
        : this(TimeSpan.FromSeconds(90))
    {
    }

    public override long TimestampFrequency => _time.TimestampFrequency;

    /// <summary>The short ones, in their order.</summary>
    public TimeSpan[] Waits
    {
        get
        {
            lock (_guard)
                return [.. _waits];
        }
    }

    public override DateTimeOffset GetUtcNow() => _time.GetUtcNow();

    public override long GetTimestamp() => _time.GetTimestamp();

    public void Advance(TimeSpan by)
    {
        lock (_guard)
            _time.Advance(by);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = _time.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime <= patience)
            ThreadPool.QueueUserWorkItem(_ => Pass(dueTime));
        return timer;
    }

    private void Pass(TimeSpan wait)
    {
        lock (_guard)
        {
            _waits.Add(wait);
            _time.Advance(wait);
        }
    }
}
