using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Rehearsal.KeyVault;

/// <summary>Azure purges a deleted vault by itself when its retention is over.</summary>
internal static class VaultPurge
{
    public static void Settle(Turn turn)
    {
        foreach (var vault in turn.State.DeletedVaults.Values)
        {
            if (vault.Purges <= turn.Now)
                turn.State = turn.State with { DeletedVaults = turn.State.DeletedVaults.Remove(vault.Name) };
        }
    }
}
