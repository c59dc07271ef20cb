using System.Collections.Immutable;
using ReleaseInfra.Domain.Proofs;

namespace ReleaseInfra.Cli.Proofs;

/// <summary>Looks for what a version needs wherever it runs.</summary>
internal sealed class VersionFactsReader(IImageRegistry registry, IVaultSecrets vault)
{
    public async Task<ImmutableArray<ImageFact>> ImagesAsync(IEnumerable<string> references, CancellationToken cancellation)
    {
        var images = ImmutableArray.CreateBuilder<ImageFact>();
        foreach (var image in references.Distinct(StringComparer.Ordinal))
            images.Add(new ImageFact(image, await FactOf.AskAsync(() => registry.FindAsync(image, cancellation))));
        return images.ToImmutable();
    }

    public async Task<ImmutableArray<SecretFact>> SecretsAsync(ImmutableArray<NeededSecret> needed, CancellationToken cancellation)
    {
        var secrets = ImmutableArray.CreateBuilder<SecretFact>();
        foreach (var (name, version) in needed)
            secrets.Add(new SecretFact(name, version, await FactOf.AskAsync(() => vault.FindAsync(name, version, cancellation))));
        return secrets.ToImmutable();
    }

    /// <summary>Of a version that runs nowhere now.</summary>
    public async Task<InPlaceRollbackFacts> ReadAsync(InPlaceTarget target, CancellationToken cancellation) => new(
        target.Name,
        await ImagesAsync([target.Image], cancellation),
        await SecretsAsync(target.Secrets, cancellation),
        target.Schema);
}
