using ReleaseInfra.Domain.Proofs;

namespace ReleaseInfra.Cli.Proofs;

/// <summary>The registry that hosts pull from.</summary>
internal interface IImageRegistry
{
    /// <param name="image">As hosts pull it, as in <c>shop.azurecr.io/web:v1.2.3</c>.</param>
    /// <returns>The digest of its manifest.</returns>
    Task<Fact<string>> FindAsync(string image, CancellationToken cancellation);
}

/// <summary>The environment's vault, as far as versions go: never a secret's value.</summary>
internal interface IVaultSecrets
{
    /// <param name="version">Null for the latest.</param>
    /// <returns>The version that is there and enabled.</returns>
    Task<Fact<string>> FindAsync(string secret, string? version, CancellationToken cancellation);
}

/// <summary>A registry or a vault that cannot be asked from here.</summary>
/// <param name="why">A sentence without its full stop.</param>
internal sealed class NotAsked(string why) : IImageRegistry, IVaultSecrets
{
    private readonly Task<Fact<string>> _notKnown = Task.FromResult<Fact<string>>(new NotKnown<string>(why));

    Task<Fact<string>> IImageRegistry.FindAsync(string image, CancellationToken cancellation) => _notKnown;

    Task<Fact<string>> IVaultSecrets.FindAsync(string secret, string? version, CancellationToken cancellation) => _notKnown;
}
