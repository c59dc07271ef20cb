using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Domain.Proofs;

namespace ReleaseInfra.Cli.Proofs;

/// <summary>Gathers what a rollback depends on. What cannot be read is not known; it judges nothing.</summary>
internal sealed class RollbackFactsReader(
    IContainerApps apps, IRevisions revisions, LoadReader load, IImageRegistry registry, IVaultSecrets vault)
{
    public async Task<RollbackFacts> ReadAsync(RollbackTarget target, CancellationToken cancellation)
    {
        var mode = await AskAsync(async () => Found((await apps.FindAsync(target.App, cancellation))?.Mode));
        var revision = await AskAsync(async () => Found(await revisions.FindAsync(target.App, target.Revision, cancellation)));
        return new RollbackFacts(
            target.Revision,
            mode,
            revision switch
            {
                Known<RevisionState> known => new Known<RevisionFacts>(
                    new RevisionFacts(known.Value.Active, known.Value.Health, known.Value.ProvisioningState)),
                NotKnown<RevisionState> unknown => new NotKnown<RevisionFacts>(unknown.Why),
                _ => new Absent<RevisionFacts>(),
            },
            await ReadyAsync(target, revision, cancellation),
            await AskAsync(() => load.ReadAsync(target, cancellation)),
            await ImagesAsync(revision, cancellation),
            await SecretsAsync(target, cancellation),
            target.Schema);
    }

    private async Task<Fact<int>> ReadyAsync(RollbackTarget target, Fact<RevisionState> revision, CancellationToken cancellation) =>
        revision is Known<RevisionState>
            ? await AskAsync<int>(async () =>
            {
                var replicas = await revisions.ReplicasAsync(target.App, target.Revision, cancellation);
                return new Known<int>(replicas.Count(replica => replica.Ready));
            })
            : new NotKnown<int>("the revision is not known");

    private async Task<ImmutableArray<ImageFact>> ImagesAsync(Fact<RevisionState> revision, CancellationToken cancellation)
    {
        var images = ImmutableArray.CreateBuilder<ImageFact>();
        if (revision is Known<RevisionState> { Value: var found })
        {
            foreach (var image in found.Containers.Select(container => container.Image).Distinct(StringComparer.Ordinal))
                images.Add(new ImageFact(image, await AskAsync(() => registry.FindAsync(image, cancellation))));
        }

        return images.ToImmutable();
    }

    private async Task<ImmutableArray<SecretFact>> SecretsAsync(RollbackTarget target, CancellationToken cancellation)
    {
        var secrets = ImmutableArray.CreateBuilder<SecretFact>();
        foreach (var (name, version) in target.Secrets)
            secrets.Add(new SecretFact(name, version, await AskAsync(() => vault.FindAsync(name, version, cancellation))));
        return secrets.ToImmutable();
    }

    private static async Task<Fact<T>> AskAsync<T>(Func<Task<Fact<T>>> ask)
    {
        try
        {
            return await ask();
        }
        catch (AzureFailure failure)
        {
            return new NotKnown<T>(failure.Message.TrimEnd('.'));
        }
    }

    private static Fact<T> Found<T>(T? found)
        where T : class => found is null ? new Absent<T>() : new Known<T>(found);
}
