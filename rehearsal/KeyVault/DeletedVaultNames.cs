using ReleaseInfra.Rehearsal.Rules;

namespace ReleaseInfra.Rehearsal.KeyVault;

/// <summary>A deleted vault keeps its name until it is purged or recovered.</summary>
internal static class DeletedVaultNames
{
    public static void Check(PutRequest put)
    {
        if (put.Desired.Type != VaultInputs.Type || put.Existing is not null)
            return;

        var deleted = put.State.DeletedVaults.GetValueOrDefault(put.Desired.AzureName);
        var recovers = new VaultInputs(put.Desired).IsRecovery;
        if (deleted is null && recovers)
            throw put.NotFound("DeletedVaultNotFound", "properties.createMode", "there is no deleted vault of this name to recover.");
        if (deleted is not null && !recovers)
        {
            throw put.Conflict(
                "ConflictError",
                put.Desired.Id,
                $"a vault with the same name exists in deleted state since {deleted.Deleted:O}, and is purged at {deleted.Purges:O}. Recover it " +
                "(properties.createMode: recover), purge it, or choose another name.");
        }
    }
}
