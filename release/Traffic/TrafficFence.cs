using System.Collections.Immutable;

namespace ReleaseInfra.Cli.Traffic;

/// <summary>What an app's traffic must be, as long as nobody but the one writer changes it.</summary>
internal sealed class TrafficFence(TrafficTable known)
{
    private volatile FenceState _state = new(known, []);

    /// <summary>What was last written and read back, or was told.</summary>
    public TrafficTable Known => _state.Known;

    public FenceState State => _state;

    /// <summary>Takes what stands as known: this writer's own, or somebody else's that a person has decided to go on from.</summary>
    public void Accept(TrafficTable live) => _state = new FenceState(live, []);

    /// <summary>Before a write is sent: from now on it may take effect at any time.</summary>
    public void Await(TrafficTable wanted) => _state = _state with { Pending = _state.Pending.Add(wanted) };

    /// <summary>The write that was awaited last did not take effect, and never will.</summary>
    public void Forget() => _state = _state with { Pending = _state.Pending[..^1] };
}

/// <param name="Pending">Sent, and nobody knows yet whether they took effect; in their order.</param>
internal sealed record FenceState(TrafficTable Known, ImmutableArray<TrafficTable> Pending)
{
    public bool Holds(TrafficTable live) => live.Equals(Known) || Pending.Contains(live);
}
