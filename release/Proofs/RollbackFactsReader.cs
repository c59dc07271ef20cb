using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Domain.Proofs;

namespace ReleaseInfra.Cli.Proofs;

/// <summary>Gathers what a rollback depends on. What cannot be read is not known; it judges nothing.</summary>
internal sealed class RollbackFactsReader(IContainerApps apps, IRevisions revisions, LoadReader load, VersionFactsReader version)
{
    public async Task<RollbackFacts> ReadAsync(RollbackTarget target, CancellationToken cancellation)
    {
        var mode = await FactOf.AskAsync(async () => FactOf.Found((await apps.FindAsync(target.App, cancellation))?.Mode));
        var revision = await FactOf.AskAsync(async () => FactOf.Found(await revisions.FindAsync(target.App, target.Revision, cancellation)));
        return new RollbackFacts(
            target.Revision,
            mode,
            revision.Of<RevisionState, RevisionFacts>(found => new Known<RevisionFacts>(
                new RevisionFacts(found.Active, found.Health, found.ProvisioningState))),
            await ReadyAsync(target, revision, cancellation),
            await FactOf.AskAsync(() => load.ReadAsync(target, cancellation)),
            await version.ImagesAsync(ImagesOf(revision), cancellation),
            await version.SecretsAsync(target.Secrets, cancellation),
            target.Schema);
    }

    private async Task<Fact<int>> ReadyAsync(RollbackTarget target, Fact<RevisionState> revision, CancellationToken cancellation) =>
        revision is Known<RevisionState>
            ? await FactOf.AskAsync<int>(async () =>
            {
                var replicas = await revisions.ReplicasAsync(target.App, target.Revision, cancellation);
                return new Known<int>(replicas.Count(replica => replica.Ready));
            })
            : new NotKnown<int>("the revision is not known");

    private static IEnumerable<string> ImagesOf(Fact<RevisionState> revision) =>
        revision is Known<RevisionState> { Value.Containers: var containers } ? containers.Select(container => container.Image) : [];
}
