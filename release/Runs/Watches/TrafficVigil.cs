using ReleaseInfra.Cli.Traffic;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Cli.Runs.Watches;

/// <summary>Whether the weights are still those of the release. What cannot be read now is looked at again soon.</summary>
internal sealed class TrafficVigil(Underway release) : IWatch
{
    private readonly Expecting _expecting = new(TrafficChangedByOthers.Name);

    public async Task<RolloutEvent?> LookAsync(ReleaseStanding standing, CancellationToken cancellation)
    {
        if (!_expecting.By(standing.State))
            return null;
        foreach (var workload in release.Weighed)
        {
            if (await workload.Watch.LookAsync(cancellation) is TrafficChanged changed)
                return new TrafficChangedByOthers($"{workload.Service}: {changed.Message}");
        }

        return null;
    }
}
