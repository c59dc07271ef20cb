using ReleaseInfra.Cli.Runs.Workloads;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Proofs;

namespace ReleaseInfra.Cli.Runs.Works;

/// <summary>No proof of the way back, no step.</summary>
internal sealed class WayBack(Underway release)
{
    /// <returns>Null where it is proved; else why it is not.</returns>
    public async Task<string?> ProveAsync(IWorkload workload, CancellationToken cancellation)
    {
        var decision = await workload.ProveAsync(cancellation);
        await release.Journal.WriteAsync(WayBackJudged.Of(workload.Service, decision));
        return decision is RollbackUnproved unproved ? $"{workload.Service}: {unproved.Message}" : null;
    }
}
