using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;
using ReleaseInfra.Domain.Settings.Rules;

namespace ReleaseInfra.Domain.Settings.Reading;

internal static class DatabaseReader
{
    // Whether the name is Azure's is judged with all other names: NameRules.
    private static readonly Key<string> ServerName = new Key<string>("serverName", Texts.Sentence).Optional();

    private static readonly Key<DatabaseTier> Tier = new("tier", Form.Choice(
        ("burstable", DatabaseTier.Burstable),
        ("general-purpose", DatabaseTier.GeneralPurpose),
        ("memory-optimized", DatabaseTier.MemoryOptimized)));

    private static readonly Key<string> Sku = new("sku", Texts.Sentence);

    private static readonly Key<string> Version = new("version", Form.Word("11", "12", "13", "14", "15", "16", "17", "18"));

    private static readonly Key<int> StorageGb = new("storageGb", Form.Step(32, 64, 128, 256, 512, 1024, 2048, 4095, 4096, 8192, 16384, 32767));
    private static readonly Key<string> DatabaseName = new("databaseName", DatabaseNames.Database);
    private static readonly Key<string> AdministratorLogin = new("administratorLogin", DatabaseNames.Login);

    private static readonly Key<DatabaseAvailability> HighAvailability = new("highAvailability", Form.Choice(
        ("disabled", DatabaseAvailability.Disabled),
        ("same-zone", DatabaseAvailability.SameZone),
        ("zone-redundant", DatabaseAvailability.ZoneRedundant)));

    private static readonly Key<int> BackupRetentionDays = new("backupRetentionDays", Form.Whole(7, 35));
    private static readonly Key<bool> GeoRedundantBackup = new("geoRedundantBackup", Form.Flag());

    public static readonly SectionKey Key = new("database", new KeyTable(
        ServerName,
        Tier,
        Sku,
        Version,
        StorageGb,
        DatabaseName,
        AdministratorLogin,
        HighAvailability,
        BackupRetentionDays,
        GeoRedundantBackup));

    public static DatabaseSettings? Read(Section parent)
    {
        if (parent.Open(Key) is not { } section)
            return null;
        var database = new DatabaseSettings
        {
            ServerName = section.Find(ServerName),
            Tier = section.Read(Tier),
            Sku = section.Read(Sku),
            Version = section.Read(Version),
            StorageGb = section.Read(StorageGb),
            DatabaseName = section.Read(DatabaseName),
            AdministratorLogin = section.Read(AdministratorLogin),
            HighAvailability = section.Read(HighAvailability),
            BackupRetentionDays = section.Read(BackupRetentionDays),
            GeoRedundantBackup = section.Read(GeoRedundantBackup),
        };
        CheckTier(section, database);
        return database;
    }

    private static void CheckTier(Section section, DatabaseSettings database)
    {
        if (section.AreSound(Tier, Sku) && !PostgresSkus.Has(database.Tier, database.Sku))
        {
            section.Problems.Add(SettingsProblems.SkuOfAnotherTier(
                section.PlaceOf(Sku),
                section.PlaceOf(Tier).Value!,
                PostgresSkus.Examples(database.Tier)));
        }

        if (section.AreSound(Tier, HighAvailability)
            && database.Tier == DatabaseTier.Burstable
            && database.HighAvailability != DatabaseAvailability.Disabled)
        {
            section.Problems.Add(SettingsProblems.HighAvailabilityOnBurstable(section.PlaceOf(HighAvailability)));
        }
    }
}
