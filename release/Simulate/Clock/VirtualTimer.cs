namespace ReleaseInfra.Cli.Simulate.Clock;

internal sealed class VirtualTimer(VirtualTime time, VirtualProcess process, TimerCallback callback, object? state) : ITimer
{
    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private int _version;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        // What was set before stays in the queue, and no longer counts when its time comes.
        (_period, _version) = (period, _version + 1);
        if (dueTime != Timeout.InfiniteTimeSpan)
            time.RingAt(new Ring(this, _version), dueTime);
        return true;
    }

    public void Go()
    {
        if (_period > TimeSpan.Zero)
            Change(_period, _period);
        process.Do(Call, this);
    }

    public void Dispose() => _version++;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private static void Call(object? timer)
    {
        var called = (VirtualTimer)timer!;
        called.Invoke();
    }

    private void Invoke() => callback(state);

    internal readonly record struct Ring(VirtualTimer Timer, int Version)
    {
        public bool Counts => Timer._version == Version;
    }
}
