namespace ReleaseInfra.Cli.Traffic;

/// <summary>What an app's traffic must be, as long as nobody but the one writer changes it.</summary>
internal sealed class TrafficFence(TrafficTable known)
{
    private volatile FenceState _state = new(known, null);

    /// <summary>What was last written and read back, or was told.</summary>
    public TrafficTable Known => _state.Known;

    public FenceState State => _state;

    /// <summary>Takes what somebody else wrote as known: a person has decided to go on from there.</summary>
    public void Accept(TrafficTable live) => _state = new FenceState(live, null);

    /// <summary>Before a write is sent: from now on it may take effect at any time.</summary>
    public void Await(TrafficTable wanted) => _state = _state with { Pending = wanted };

    /// <summary>The write did not take effect, and never will.</summary>
    public void Forget() => _state = _state with { Pending = null };
}

/// <param name="Pending">Was sent, and nobody knows yet whether it took effect; null where nothing was.</param>
internal sealed record FenceState(TrafficTable Known, TrafficTable? Pending)
{
    public bool Holds(TrafficTable live) => live.Equals(Known) || live.Equals(Pending);
}
