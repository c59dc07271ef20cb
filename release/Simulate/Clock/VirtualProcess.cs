namespace ReleaseInfra.Cli.Simulate.Clock;

/// <summary>What runs in a simulated world can be killed: from then on nothing of it goes on, not even what would have tidied up.</summary>
internal sealed class VirtualProcess(VirtualTime time) : SynchronizationContext
{
    private bool _isKilled;

    public static new VirtualProcess Current => SynchronizationContext.Current as VirtualProcess
        ?? throw new InvalidOperationException("This is done outside of the simulated world.");

    /// <summary>What is on its way to its next wait comes to it, and no further.</summary>
    public void Kill() => _isKilled = true;

    public override void Post(SendOrPostCallback d, object? state) => time.Post(this, d, state);

    public override void Send(SendOrPostCallback d, object? state) => Do(d, state);

    public override SynchronizationContext CreateCopy() => this;

    public T Do<T>(Func<T> what)
    {
        var outside = SynchronizationContext.Current;
        SetSynchronizationContext(this);
        try
        {
            return what();
        }
        finally
        {
            SetSynchronizationContext(outside);
        }
    }

    internal void Do(SendOrPostCallback callback, object? state)
    {
        if (_isKilled)
            return;
        var outside = SynchronizationContext.Current;
        SetSynchronizationContext(this);
        try
        {
            callback(state);
        }
        finally
        {
            SetSynchronizationContext(outside);
        }
    }
}
