using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Cli.Azure.Jobs;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Plans;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;

namespace ReleaseInfra.Cli.Runs.Works;

/// <summary>Runs the job that migrates, once in a release: whoever takes over finds the execution and waits for it.</summary>
internal sealed class MigrationWork(Underway release) : IStateWork
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    public async Task<RolloutEvent> DoAsync(ReleaseStanding standing, CancellationToken cancellation)
    {
        var job = release.Group.Job(release.Settings.Names().MigrationJob.Value);
        var wasBegun = standing.UnderWay.Contains(new Migration());
        await release.Journal.WriteAsync(new WorkBegan(new Migration()));
        var written = release.Stack.Read().Release;
        await release.Stack.ApplyAsync(
            ReleaseConfiguration.Migrating(written, PlanRequests.Migration, standing.Began.Services[0].To), cancellation);

        var execution = await FindAsync(job, standing, wasBegun, cancellation) ?? await StartAsync(job, standing, cancellation);
        return await EndOfAsync(job, execution, cancellation);
    }

    private async Task<string?> FindAsync(AzureId job, ReleaseStanding standing, bool wasBegun, CancellationToken cancellation)
    {
        if (release.Journal.Memory.Executions is [.., var recorded])
            return recorded.Execution;
        // Begun, and killed before the execution's name was known.
        return wasBegun ? await LatestAsync(job, standing, cancellation) : null;
    }

    private async Task<string> StartAsync(AzureId job, ReleaseStanding standing, CancellationToken cancellation)
    {
        var execution = await TryStartAsync(job, cancellation)
            ?? await LatestAsync(job, standing, cancellation)
            ?? throw ReleaseFailure.MigrationUnknown(job.Name);
        await release.Journal.WriteAsync(new JobStarted(execution));
        return execution;
    }

    /// <returns>Null where nobody knows whether it began.</returns>
    private async Task<string?> TryStartAsync(AzureId job, CancellationToken cancellation)
    {
        try
        {
            return await release.Azure.Jobs.StartAsync(job, cancellation);
        }
        catch (AzureOutcomeUnknown)
        {
            return null;
        }
    }

    /// <summary>Nobody else starts this job: what began since this release did is this release's.</summary>
    private async Task<string?> LatestAsync(AzureId job, ReleaseStanding standing, CancellationToken cancellation) =>
        (await release.Azure.Jobs.ExecutionsAsync(job, cancellation))
            .Where(execution => execution.Started >= standing.BeganAt)
            .MaxBy(execution => execution.Started)?.Name;

    private async Task<RolloutEvent> EndOfAsync(AzureId job, string execution, CancellationToken cancellation)
    {
        while (true)
        {
            switch ((await release.Azure.Jobs.FindExecutionAsync(job, execution, cancellation))?.Status)
            {
                case "Succeeded":
                    return new MigrationDone();
                case "Failed" or "Stopped" or "Degraded":
                    return new WorkFailed(
                        $"The migration failed in execution {execution}. The old version runs on; look at the job's log before anything is tried again.");
                case null:
                    return new WorkFailed($"Azure knows nothing of the migration's execution {execution}.");
            }

            await Task.Delay(Interval, release.Time, cancellation);
        }
    }
}
