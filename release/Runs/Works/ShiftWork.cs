using ReleaseInfra.Cli.Gates;
using ReleaseInfra.Cli.Runs.Gates;
using ReleaseInfra.Cli.Runs.Workloads;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Rollouts.States;
using ReleaseInfra.Domain.Traffic;

namespace ReleaseInfra.Cli.Runs.Works;

/// <summary>One service to a step's weight; where there is only one version of it, that is the new one in the place of the old.</summary>
/// <param name="requests">A service's requests, batch by batch.</param>
internal sealed class ShiftWork(Underway release, IReadOnlyDictionary<string, RequestProbe> requests, TimeSpan interval) : IStateWork
{
    public async Task<RolloutEvent> DoAsync(ReleaseStanding standing, CancellationToken cancellation)
    {
        var shifting = (Shifting)standing.State;
        var workload = release[shifting.Service];
        if (await new WayBack(release).ProveAsync(workload, cancellation) is { } unproved)
            return new EvidenceMissing(unproved);
        return workload is WeighedWorkload weighed
            ? await MoveAsync(weighed, shifting, cancellation)
            : await ReplaceAsync(workload, standing, shifting, cancellation);
    }

    private async Task<RolloutEvent> MoveAsync(WeighedWorkload workload, Shifting shifting, CancellationToken cancellation)
    {
        if (await new WeightWrite(release).DoAsync(workload, shifting.Weight, cancellation) is { } trouble)
            return trouble;
        var share = new ObservedShare(
            workload.New, workload.Old, shifting.Weight, shifting.NewWeight(workload.Service), WindowTerms.FirstAfter(release.Time.GetUtcNow()));
        return await SeenAsync(workload.Service, share, shifting.Course.Deadlines.Metrics - (2 * interval), cancellation);
    }

    /// <summary>A weight that reads back is not yet one that takes effect: the requests have to go there.</summary>
    private async Task<RolloutEvent> SeenAsync(string service, ObservedShare share, TimeSpan most, CancellationToken cancellation)
    {
        var begun = release.Time.GetTimestamp();
        while (true)
        {
            if (requests[service].HasClosed && await requests[service].LookAsync(cancellation) is Measured<RequestBatch> batch)
            {
                share = share.Observe(batch.Value);
                var observed = ShareObserved.Of(service, share);
                await release.Journal.WriteAsync(observed);
                switch (observed.Decision)
                {
                    case ShareAgrees:
                        return new ServiceMoved(service);
                    case ShareDiffers differs:
                        return new TrafficChangedByOthers($"the requests of {service} do not go where its weights say: {differs.Message}");
                }
            }

            if (release.Time.GetElapsedTime(begun) >= most)
                return new EvidenceMissing($"where the requests of {service} go is not known. {Last(share)}");
            await Task.Delay(interval, release.Time, cancellation);
        }
    }

    private async Task<RolloutEvent> ReplaceAsync(
        IWorkload workload, ReleaseStanding standing, Shifting shifting, CancellationToken cancellation)
    {
        await release.Journal.WriteAsync(new WorkBegan(new Deployment(workload.Service)));
        await release.Stack.ApplyAsync(release.At(shifting, workload.Service, isNew: true), cancellation);
        return await new Arrival(release.Time).WaitAsync(workload.LookAsync, standing, cancellation) is { } never
            ? new GateFailed(never.Why)
            : new ServiceMoved(workload.Service);
    }

    private static string Last(ObservedShare share) => share.Judge() is ShareUnknown unknown ? unknown.Message : "";
}
