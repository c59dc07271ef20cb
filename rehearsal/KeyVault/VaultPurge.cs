using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Rehearsal.KeyVault;

/// <summary>Azure purges a deleted vault by itself when its retention is over.</summary>
internal static class VaultPurge
{
    public static AzureState Purged(AzureState state, string vault) =>
        VaultSecrets.Without(state, vault) with { DeletedVaults = state.DeletedVaults.Remove(vault) };

    public static void Settle(Turn turn)
    {
        foreach (var vault in turn.State.DeletedVaults.Values)
        {
            if (vault.Purges <= turn.Now)
                turn.State = Purged(turn.State, vault.Name);
        }
    }
}
