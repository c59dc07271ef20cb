using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Rules;

namespace ReleaseInfra.Rehearsal.Postgres;

/// <summary>Backups on demand: a few of them, and not in the smallest tier.</summary>
internal static class BackupRules
{
    private const int Most = 7;

    public static void Check(PutRequest put)
    {
        if (put.Desired.Type != ServerInputs.BackupType || put.Existing is not null)
            return;

        var server = put.State.Find(ResourceIds.ParentOf(put.Desired.Id)!)!;
        OneChangeAtATime.Check(put.State, server);
        if (new ServerInputs(server).IsBurstable)
        {
            throw put.BadRequest(
                "OnDemandBackupNotSupported",
                "serverName",
                $"the server '{server.AzureName}' is of tier Burstable, which has no backups on demand. Note the time instead, to restore to.");
        }

        var taken = put.State.Beneath(server.Id).Count(child => child.Type == ServerInputs.BackupType);
        if (taken >= Most)
        {
            throw put.BadRequest(
                "OnDemandBackupLimitReached",
                "backupName",
                $"the server '{server.AzureName}' has {taken} backups on demand, and {Most} is the most. Delete one first.");
        }
    }
}
