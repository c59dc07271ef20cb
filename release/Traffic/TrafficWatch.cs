using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Azure.Resources;

namespace ReleaseInfra.Cli.Traffic;

/// <summary>Looks whether an app's weights and labels are still those of the one writer. May look while it writes.</summary>
internal sealed class TrafficWatch(ITraffic traffic, AzureId app, TrafficFence fence)
{
    public async Task<TrafficSight> LookAsync(CancellationToken cancellation)
    {
        var before = fence.State;
        var looked = await TrafficReading.OfAsync(traffic, app, cancellation);
        if (looked is not TrafficRead { Live: var live })
            return new TrafficUnseen(((TrafficNotRead)looked).Why);

        // A write may have ended between the look and now: what either of the two says is no foreign change.
        var after = fence.State;
        return before.Holds(live) || after.Holds(live)
            ? new TrafficAsKnown(live)
            : new TrafficChanged(live, live.Against(after.Known));
    }
}

/// <summary>What one poll saw.</summary>
internal abstract record TrafficSight
{
    private protected TrafficSight()
    {
    }
}

internal sealed record TrafficAsKnown(TrafficTable Live) : TrafficSight;

internal sealed record TrafficChanged(TrafficTable Live, ImmutableArray<TrafficDifference> Differences) : TrafficSight
{
    public string Message => $"The traffic was changed by somebody else: {string.Join("; ", Differences)}.";
}

/// <summary>Azure was asked and gave no answer: nothing is known, which is not that nothing has changed.</summary>
internal sealed record TrafficUnseen(string Why) : TrafficSight;
