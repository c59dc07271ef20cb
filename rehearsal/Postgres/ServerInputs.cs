using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Postgres;

/// <summary>What a PostgreSQL flexible server's inputs say, with Azure's defaults.</summary>
internal sealed class ServerInputs(AzureResource server)
{
    public const string Type = "azure-native:dbforpostgresql:Server";
    public const string BackupType = "azure-native:dbforpostgresql:BackupsAutomaticAndOnDemand";
    public const string DatabaseType = "azure-native:dbforpostgresql:Database";

    private const int DefaultRetention = 7;

    public bool IsBurstable => server.Declared.TextOrNull("sku.tier") == "Burstable";

    public string HighAvailability => server.Declared.TextOrNull("highAvailability.mode") ?? "Disabled";

    public int StorageGB => server.Declared.Whole("storage.storageSizeGB", 0);

    public int Version => server.Declared.Whole("version", 0);

    public int RetentionDays => server.Declared.Whole("backup.backupRetentionDays", DefaultRetention);

    public bool IsPrivate => server.Declared.TextOrNull("network.delegatedSubnetResourceId") is { Length: > 0 };

    public bool IsRestore => server.Declared.TextOrNull("createMode") is "PointInTimeRestore";

    /// <summary>The first moment that the server can be restored to.</summary>
    public DateTimeOffset EarliestRestore(DateTimeOffset now)
    {
        var kept = now.AddDays(-RetentionDays);
        return kept > server.Created ? kept : server.Created;
    }
}
