using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Runs.Workloads;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;

namespace ReleaseInfra.Cli.Runs.Works;

/// <summary>The stack's file and the engine come to know what runs, and revisions that no slot has any more are put to rest.</summary>
internal sealed class CompletionWork(Underway release) : IStateWork
{
    public async Task<RolloutEvent> DoAsync(ReleaseStanding standing, CancellationToken cancellation)
    {
        await new ConfigurationKeeping(release).KeepAsync(release.At(standing.State), cancellation);
        foreach (var workload in release.Weighed)
            await RestAsync(workload, cancellation);
        return new WatchBegan();
    }

    private async Task RestAsync(WeighedWorkload workload, CancellationToken cancellation)
    {
        if (workload.App is not { } app)
            return;
        foreach (var revision in await release.Azure.Revisions.ListAsync(app, cancellation))
        {
            if (revision is { Active: true, Weight: 0 } && !workload.Has(revision.Name))
                await release.Azure.Revisions.DeactivateAsync(app, revision.Name, cancellation);
        }
    }
}
