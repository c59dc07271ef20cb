using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Runs.Workloads;
using ReleaseInfra.Cli.Traffic;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Cli.Runs.Works;

/// <summary>One service's old version gets everything back, in one write, whoever wrote last.</summary>
internal sealed class ReturnWork(Underway release) : IStateWork
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>What has not passed by then needs people, and they are to know at once.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task<RolloutEvent> DoAsync(ReleaseStanding standing, CancellationToken cancellation)
    {
        var back = (RollingBack)standing.State;
        var begun = release.Time.GetTimestamp();
        while (true)
        {
            var trouble = await TryAsync(standing, back, cancellation);
            if (trouble is null)
                return new ServiceReturned(back.Service);
            if (release.Time.GetElapsedTime(begun) >= Patience)
                return trouble;
            await Task.Delay(Pause, release.Time, cancellation);
        }
    }

    private async Task<WorkFailed?> TryAsync(ReleaseStanding standing, RollingBack back, CancellationToken cancellation)
    {
        try
        {
            var trouble = release[back.Service] switch
            {
                WeighedWorkload weighed => await ReturnAsync(weighed, standing, cancellation),
                var inPlace => await PutBackAsync(inPlace, standing, back, cancellation),
            };
            return trouble switch
            {
                null => null,
                WorkFailed failed => failed,
                // Changed again in this very moment: the next try goes on from there.
                TrafficChangedByOthers changed => new WorkFailed(changed.What),
                _ => throw new InvalidOperationException($"'{trouble.Kind}' is no end of a return."),
            };
        }
        catch (AzureFailure failure)
        {
            return new WorkFailed(failure.Message);
        }
        catch (ReleaseFailure failure)
        {
            return new WorkFailed(failure.Message);
        }
    }

    private async Task<RolloutEvent?> ReturnAsync(WeighedWorkload workload, ReleaseStanding standing, CancellationToken cancellation)
    {
        if (await WakeAsync(workload, standing, cancellation) is { } asleep)
            return new WorkFailed(asleep);
        if (await workload.ReadAsync(cancellation) is TrafficRead { Live: var live })
        {
            // The release is left because of what somebody else did, or in spite of it: what is here is where it goes back from.
            if (!workload.Fence.State.Holds(live))
                workload.Fence.Accept(live);
            if (workload.OldWeightIn(live) == 100 && workload.Fence.State.Pending.IsEmpty)
            {
                await release.Journal.WriteAsync(new WorkBegan(new WeightChange(workload.Service, 0)));
                return null;
            }
        }

        return await new WeightWrite(release).DoAsync(workload, 0, cancellation);
    }

    /// <summary>Azure leads traffic to a revision that somebody has put to rest, where nobody answers.</summary>
    /// <returns>Null where the old version can be led to; else why it does not come up.</returns>
    private async Task<string?> WakeAsync(WeighedWorkload workload, ReleaseStanding standing, CancellationToken cancellation)
    {
        if (workload.App is not { } app || !await RestsAsync(app, workload.Old, cancellation))
            return null;
        await release.Journal.WriteAsync(new NoteWritten(
            release.Settings.Stack.Name, $"{workload.Old} is not active: it is activated, and gets its traffic once it is up."));
        await release.Azure.Revisions.ActivateAsync(app, workload.Old, cancellation);
        var up = new Arrival(release.Time).WaitAsync(
            async token => RevisionReadiness.Of(workload.Old, await release.Azure.Revisions.FindAsync(app, workload.Old, token)), standing, cancellation);
        return (await up)?.Why;
    }

    private async Task<bool> RestsAsync(AzureId app, string revision, CancellationToken cancellation)
    {
        try
        {
            return await release.Azure.Revisions.FindAsync(app, revision, cancellation) is { Active: false };
        }
        catch (AzureFailure)
        {
            // Hardly ever it does, and what cannot be read must not hold up what can be written.
            return false;
        }
    }

    private static bool IsReplaced(ReleaseStanding standing, RollingBack back) =>
        back.From.NewWeight(back.Service) > 0 || standing.UnderWay.Contains(new Deployment(back.Service));

    private async Task<RolloutEvent?> PutBackAsync(
        IWorkload workload, ReleaseStanding standing, RollingBack back, CancellationToken cancellation)
    {
        await release.Journal.WriteAsync(new WorkBegan(new Deployment(workload.Service)));
        if (!IsReplaced(standing, back))
            return null;
        await release.Stack.ApplyAsync(release.At(back, workload.Service, isNew: false), cancellation);
        return await new Arrival(release.Time).WaitAsync(workload.LookAsync, standing, cancellation) is { } never ? new WorkFailed(never.Why) : null;
    }
}
