using ReleaseInfra.Domain.Proofs;

namespace ReleaseInfra.Cli.Runs.Workloads;

/// <summary>A service with one version, replaced where it stands by an update of the stack.</summary>
/// <param name="look">Whether the version that the stack's file names is up.</param>
/// <param name="prove">Whether the old version could be put back.</param>
internal sealed class InPlaceWorkload(
    string service, Func<CancellationToken, Task<Readiness>> look, Func<CancellationToken, Task<ProofDecision>> prove) : IWorkload
{
    public string Service => service;

    public Task<Readiness> LookAsync(CancellationToken cancellation) => look(cancellation);

    public Task<ProofDecision> ProveAsync(CancellationToken cancellation) => prove(cancellation);
}
