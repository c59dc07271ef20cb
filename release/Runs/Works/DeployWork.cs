using ReleaseInfra.Cli.Runs.Workloads;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;

namespace ReleaseInfra.Cli.Runs.Works;

/// <summary>Every new version beside its old one, up and without traffic.</summary>
internal sealed class DeployWork(Underway release) : IStateWork
{
    public async Task<RolloutEvent> DoAsync(ReleaseStanding standing, CancellationToken cancellation)
    {
        foreach (var workload in release.Weighed)
            await release.Journal.WriteAsync(new WorkBegan(new Deployment(workload.Service)));
        await release.Stack.ApplyAsync(release.At(standing.State), cancellation);
        foreach (var workload in release.Weighed)
        {
            if (await new Arrival(release.Time).WaitAsync(workload.LookAsync, standing, cancellation) is { } never)
                return new GateFailed(never.Why);
        }

        return new NewVersionReady();
    }
}
