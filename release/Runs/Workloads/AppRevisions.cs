using ReleaseInfra.Cli.Azure;
using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Gates.Http;
using ReleaseInfra.Cli.Proofs;
using ReleaseInfra.Cli.Traffic;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Proofs;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Cli.Runs.Workloads;

/// <summary>A container app with a revision in each slot.</summary>
/// <param name="slots">With the new version in its slot.</param>
/// <param name="back">The old version, as what to return to.</param>
internal sealed class AppRevisions(
    IAzure azure, AzureName app, BlueGreenRelease slots, Slot slot, RollbackTarget back, RollbackFactsReader facts) : ISideBySide
{
    public ITraffic Traffic => azure.Traffic;

    public AzureId Id => back.App;

    public string New { get; } = NameOf(app, slots, slot);

    public string Old { get; } = NameOf(app, slots, slot.Other());

    public string OldTarget => Old;

    public static string NameOf(AzureName app, BlueGreenRelease slots, Slot slot) => slots[slot] is { Tag: { } tag, Revision: var revision }
        ? RevisionNames.Full(app, slot, tag, revision)
        : throw new ArgumentException($"{app}: slot {slot.Name()} has no tag.", nameof(slots));

    public StatedTraffic At(int weight) => StatedTraffic.Of(TrafficShare.Of(app, slots.Weighed(slot, weight)));

    public async Task<ProbeTarget?> TargetAsync(string scheme, CancellationToken cancellation) =>
        await azure.Revisions.FindAsync(Id, New, cancellation) is { } revision ? ProbeTarget.Of(revision, scheme) : null;

    public async Task<Readiness> LookAsync(CancellationToken cancellation) => RevisionReadiness.Of(
        New, await azure.Revisions.FindAsync(Id, New, cancellation));

    public async Task<ProofDecision> ProveAsync(CancellationToken cancellation) =>
        RollbackProof.Judge(await facts.ReadAsync(back, cancellation));
}
