using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Rehearsal.KeyVault;

/// <summary>Vaults in deleted state.</summary>
public sealed class DeletedVaults
{
    private readonly AzureStore _store;

    internal DeletedVaults(AzureStore store) => _store = store;

    /// <returns>By name.</returns>
    public Task<ImmutableArray<DeletedVault>> ListAsync(CancellationToken cancellation) =>
        _store.InTurnAsync(turn => turn.State.DeletedVaults.Values.ToImmutableArray(), cancellation);

    /// <summary>Brings the vault back as it was, with what was in it. Role assignments on it are lost.</summary>
    /// <exception cref="AzureException">There is no such deleted vault, or its resource group is gone.</exception>
    public Task RecoverAsync(string name, CancellationToken cancellation) => _store.ActAsync(
        turn => VaultRecovery.Recover(turn, Find(turn, name)), cancellation);

    /// <exception cref="AzureException">There is no such deleted vault, or it is protected from purging.</exception>
    public Task PurgeAsync(string name, CancellationToken cancellation) => _store.ActAsync(
        turn =>
        {
            var deleted = Find(turn, name);
            if (new VaultInputs(deleted.Vault).IsPurgeProtected)
            {
                throw new AzureException(new AzureError(
                    405,
                    "MethodNotAllowed",
                    $"Operation 'DeletedVaultPurge' is not allowed: the vault '{name}' is protected from purging until {deleted.Purges:O}.",
                    deleted.Vault.Id));
            }

            turn.State = VaultPurge.Purged(turn.State, name);
        },
        cancellation);

    private static DeletedVault Find(Turn turn, string name) =>
        turn.State.DeletedVaults.GetValueOrDefault(name)
        ?? throw AzureException.NotFound("DeletedVaultNotFound", name, $"There is no deleted vault '{name}'.");
}
