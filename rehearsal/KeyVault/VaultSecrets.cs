using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Rehearsal.KeyVault;

/// <summary>
/// The versions of vaults' secrets. One that the program declares is there with it; one that people keep is taken to be in the vault
/// from the first time that something refers to it.
/// </summary>
public sealed class VaultSecrets
{
    internal const string SecretType = "azure-native:keyvault:Secret";

    private readonly AzureStore _store;

    internal VaultSecrets(AzureStore store) => _store = store;

    /// <returns>In the order of their creation.</returns>
    public Task<ImmutableArray<SecretVersion>> ListAsync(string vault, string secret, CancellationToken cancellation) => _store.InTurnAsync(
        turn => turn.State.SecretVersions.Values
            .Where(version => ResourceIds.Same(version.Vault, vault) && ResourceIds.Same(version.Name, secret))
            .OrderBy(version => version.Created)
            .ToImmutableArray(),
        cancellation);

    /// <summary>Adds it, or puts it in place of what is there: disabled, say.</summary>
    public Task PutAsync(SecretVersion version, CancellationToken cancellation) => _store.ActAsync(
        turn => turn.State = turn.State with { SecretVersions = turn.State.SecretVersions.SetItem(version.Key, version) }, cancellation);

    /// <summary>All versions, as Azure deletes a secret.</summary>
    public Task DeleteAsync(string vault, string secret, CancellationToken cancellation) =>
        _store.ActAsync(turn => turn.State = Without(turn.State, vault, secret), cancellation);

    internal Task<bool> HasVaultAsync(string vault, CancellationToken cancellation) => _store.InTurnAsync(
        turn => turn.State.OfType(VaultInputs.Type).Any(found => ResourceIds.Same(found.AzureName, vault)), cancellation);

    internal static AzureState Without(AzureState state, string vault, string? secret = null) => state with
    {
        SecretVersions = state.SecretVersions.RemoveRange(state.SecretVersions.Values
            .Where(version => ResourceIds.Same(version.Vault, vault) && (secret is null || ResourceIds.Same(version.Name, secret)))
            .Select(version => version.Key)),
    };
}
