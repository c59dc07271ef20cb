using ReleaseInfra.Rehearsal.Rules;

namespace ReleaseInfra.Rehearsal.Postgres;

/// <summary>What a PostgreSQL server's tier and history allow.</summary>
/// <remarks>The service's codes for these are not documented; its plain <c>InvalidParameterValue</c> stands for them.</remarks>
internal static class ServerRules
{
    private const string Code = "InvalidParameterValue";

    public static void Check(PutRequest put)
    {
        if (put.Desired.Type != ServerInputs.Type)
            return;

        var desired = new ServerInputs(put.Desired);
        if (desired.IsBurstable && desired.HighAvailability != "Disabled")
        {
            throw put.BadRequest(
                Code, "highAvailability.mode", $"high availability '{desired.HighAvailability}' is not offered in tier Burstable; it needs GeneralPurpose or MemoryOptimized.");
        }

        if (desired.RetentionDays is < 7 or > 35)
            throw put.BadRequest(Code, "backup.backupRetentionDays", $"backups are kept for 7 to 35 days, not for {desired.RetentionDays}.");

        if (put.Existing is { } existing)
            RefuseStepsBack(put, new ServerInputs(existing), desired);
    }

    private static void RefuseStepsBack(PutRequest put, ServerInputs existing, ServerInputs desired)
    {
        if (desired.StorageGB != 0 && desired.StorageGB < existing.StorageGB)
        {
            throw put.BadRequest(
                Code, "storage.storageSizeGB", $"storage only grows: it has {existing.StorageGB} GB and cannot be made {desired.StorageGB} GB.");
        }

        if (desired.Version != 0 && desired.Version < existing.Version)
        {
            throw put.BadRequest(
                Code, "version", $"the server runs PostgreSQL {existing.Version} and cannot go back to {desired.Version}.");
        }
    }
}
