using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;

namespace ReleaseInfra.Cli.Runs.Works;

/// <summary>Walks the way back once while hardly anything depends on it: 1 % to the new version, and all of it back.</summary>
internal sealed class DrillWork(Underway release) : IStateWork
{
    private const int Little = 1;

    public async Task<RolloutEvent> DoAsync(ReleaseStanding standing, CancellationToken cancellation)
    {
        foreach (var workload in release.Weighed)
        {
            if (await new WayBack(release).ProveAsync(workload, cancellation) is { } unproved)
                return new EvidenceMissing(unproved);
        }

        foreach (var workload in release.Weighed)
        {
            if (await new WeightWrite(release).DoAsync(workload, Little, cancellation) is { } trouble)
                return trouble;
        }

        var decided = release.Time.GetTimestamp();
        foreach (var workload in release.Weighed.Reverse())
        {
            if (await new WeightWrite(release).DoAsync(workload, 0, cancellation) is { } trouble)
                return trouble;
        }

        return new DrillReturned(release.Time.GetElapsedTime(decided));
    }
}
