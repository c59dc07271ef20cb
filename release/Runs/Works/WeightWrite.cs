using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Runs.Workloads;
using ReleaseInfra.Cli.Traffic;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;

namespace ReleaseInfra.Cli.Runs.Works;

/// <summary>One write of a service's weights with its lines in the journal: meant, written, read back.</summary>
internal sealed class WeightWrite(Underway release)
{
    /// <param name="weight">Percent for the new version.</param>
    /// <returns>Null where the weights stand; else what went wrong.</returns>
    public async Task<RolloutEvent?> DoAsync(WeighedWorkload workload, int weight, CancellationToken cancellation)
    {
        await release.Journal.WriteAsync(new WorkBegan(new WeightChange(workload.Service, weight)));
        var wanted = workload.At(weight);
        switch (await workload.Writer.WriteAsync(wanted, cancellation))
        {
            case Traffic.TrafficWritten:
                await release.Journal.WriteAsync(new Domain.Journal.Entries.TrafficWritten(workload.Service, Weights(wanted)));
                break;
            case TrafficFound:
                break;
            case TrafficForeign foreign:
                return new TrafficChangedByOthers($"{workload.Service}: {foreign.Message}");
            case TrafficRefused refused:
                return new WorkFailed($"Azure refused the weights of {workload.Service}: {refused.Why}");
            case TrafficUndecided undecided:
                return new WorkFailed($"Nobody knows whether the weights of {workload.Service} took effect: {undecided.Why}");
            case TrafficUnreadable unreadable:
                return new WorkFailed($"The weights of {workload.Service} could not be read, so none were written: {unreadable.Why}");
            case var other:
                throw new InvalidOperationException($"Unknown end of a write {other.GetType().Name}.");
        }

        await release.Journal.WriteAsync(new TrafficReadBack(workload.Service, Weights(wanted)));
        return null;
    }

    private static ImmutableSortedDictionary<string, int> Weights(StatedTraffic stated) => stated.Entries.ToImmutableSortedDictionary(
        entry => ((NamedRevision)entry.Target).Name, entry => entry.Weight, StringComparer.Ordinal);
}
