using System.Collections.Immutable;

namespace ReleaseInfra.Cli.Traffic;

/// <summary>How a write of an app's traffic ended.</summary>
internal abstract record TrafficWrite
{
    private protected TrafficWrite()
    {
    }
}

/// <summary>Written, and read back.</summary>
internal sealed record TrafficWritten(TrafficTable Table) : TrafficWrite;

/// <summary>Read back as wanted, though Azure's answer did not say so or nothing was sent.</summary>
/// <param name="Why">What became of the answer, or that it stood already.</param>
internal sealed record TrafficFound(TrafficTable Table, string Why) : TrafficWrite;

/// <summary>Somebody else changed it.</summary>
/// <param name="Differences">What stands now, against what was last known here.</param>
/// <param name="Sent">Whether our write was sent: if so, the change came at the same time, and either may have come first.</param>
internal sealed record TrafficForeign(TrafficTable Live, ImmutableArray<TrafficDifference> Differences, bool Sent) : TrafficWrite
{
    public string Message => $"The traffic was changed by somebody else: {string.Join("; ", Differences)}.";
}

/// <summary>Nothing was changed, and nothing will be.</summary>
internal sealed record TrafficRefused(string Why) : TrafficWrite;

/// <summary>It was sent, and stands as before or cannot be read: it may yet take effect.</summary>
internal sealed record TrafficUndecided(string Why) : TrafficWrite;

/// <summary>What stands could not be read, so nothing was sent.</summary>
internal sealed record TrafficUnreadable(string Why) : TrafficWrite;
