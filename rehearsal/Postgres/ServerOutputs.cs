using System.Globalization;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Postgres;

/// <summary>What of a server and its backups follows from time.</summary>
internal static class ServerOutputs
{
    public static AzureResource OfServer(AzureResource server, DateTimeOffset now, bool isInProgress) => server with
    {
        Outputs = new Dictionary<string, object>(server.Outputs)
        {
            ["state"] = isInProgress ? "Updating" : "Ready",
            ["backup"] = new Dictionary<string, object>
            {
                ["backupRetentionDays"] = new ServerInputs(server).RetentionDays,
                ["geoRedundantBackup"] = server.Declared.TextOrNull("backup.geoRedundantBackup") ?? "Disabled",
                ["earliestRestoreDate"] = Text(new ServerInputs(server).EarliestRestore(now)),
            },
        },
    };

    public static AzureResource OfBackup(AzureResource backup, TimeSpan taking, bool isInProgress)
    {
        var outputs = new Dictionary<string, object>(backup.Outputs)
        {
            ["backupType"] = "Customer On-Demand",
            ["source"] = "Full",
        };
        if (!isInProgress)
            outputs["completedTime"] = Text(backup.Created + taking);
        return backup with { Outputs = outputs };
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
