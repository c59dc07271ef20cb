using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Resources;
using static ReleaseInfra.Rehearsal.Tests.SmallAzure;

namespace ReleaseInfra.Rehearsal.Tests.Postgres;

public sealed class ServerTests
{
    private const string Type = "azure-native:dbforpostgresql:Server";
    private const string BackupType = "azure-native:dbforpostgresql:BackupsAutomaticAndOnDemand";
    private const string Title = "Microsoft.DBforPostgreSQL/flexibleServers 'psql': ";

    private static readonly TestCaseData[] Refused =
    [
        new TestCaseData("highAvailability.mode", Server("Burstable", ("highAvailability", Map(("mode", "ZoneRedundant")))),
            "high availability 'ZoneRedundant' is not offered in tier Burstable; it needs GeneralPurpose or MemoryOptimized.").SetArgDisplayNames("high availability"),
        new TestCaseData("backup.backupRetentionDays", Server("GeneralPurpose", ("backup", Map(("backupRetentionDays", 36)))),
            "backups are kept for 7 to 35 days, not for 36.").SetArgDisplayNames("retention"),
        new TestCaseData("storage.storageSizeGB", Server("GeneralPurpose", ("storage", Map(("storageSizeGB", 64)))),
            "storage only grows: it has 128 GB and cannot be made 64 GB.").SetArgDisplayNames("storage"),
        new TestCaseData("version", Server("GeneralPurpose", ("version", "16")),
            "the server runs PostgreSQL 17 and cannot go back to 16.").SetArgDisplayNames("version"),
    ];

    [TestCaseSource(nameof(Refused))]
    public async Task Rejects_Change(string target, (string, object)[] server, string message)
    {
        using var small = await OpenAsync();
        await small.PutAsync(Type, Server("GeneralPurpose", ("storage", Map(("storageSizeGB", 128))), ("version", "17")));

        Assert.That(await small.RefusalOfAsync(Type, server), Is.EqualTo(new AzureError(400, "InvalidParameterValue", Title + message, target)));
    }

    [Test]
    public async Task Backup_IsThereWithItsTime()
    {
        using var small = await OpenAsync(new OperationDurations { Backup = TimeSpan.FromMinutes(3) });
        await small.PutAsync(Type, Server("GeneralPurpose"));

        var put = await BackUpAsync(small, "before-v2");
        var during = put.Resource.Outputs.ContainsKey("completedTime");
        small.Time.Advance(TimeSpan.FromMinutes(3));

        var backup = await small.Azure.Resources.GetAsync(put.Resource.Id, default);
        Assert.That(put.Operation.State, Is.TypeOf<OperationInProgress>());
        Assert.That(during, Is.False);
        Assert.That(backup.Outputs["completedTime"], Is.EqualTo("2026-03-02T09:03:00.0000000Z"));
        Assert.That(backup.Outputs["backupType"], Is.EqualTo("Customer On-Demand"));
    }

    [Test]
    public async Task Rejects_BackupOfABurstableServer()
    {
        using var small = await OpenAsync();
        await small.PutAsync(Type, Server("Burstable"));

        var refusal = await RefusalAsync(() => BackUpAsync(small, "before-v2"));

        Assert.That((refusal.Status, refusal.Target), Is.EqualTo((400, "serverName")));
        Assert.That(refusal.Message, Does.EndWith(
            "the server 'psql' is of tier Burstable, which has no backups on demand. Note the time instead, to restore to."));
    }

    [Test]
    public async Task Rejects_TheEighthBackup()
    {
        using var small = await OpenAsync();
        await small.PutAsync(Type, Server("GeneralPurpose"));
        for (var number = 1; number <= 7; number++)
            await BackUpAsync(small, $"backup-{number}");

        var refusal = await RefusalAsync(() => BackUpAsync(small, "backup-8"));

        Assert.That(refusal.Message, Does.EndWith("the server 'psql' has 7 backups on demand, and 7 is the most. Delete one first."));
    }

    [Test]
    public async Task Restore_MakesANewServerWithTheDatabases()
    {
        using var small = await OpenAsync();
        await WithHistoryAsync(small);
        await small.PutAsync("azure-native:dbforpostgresql:FirewallRule", ("serverName", "psql"), ("firewallRuleName", "office"));

        await RestoreAsync(small, "2026-03-02T12:00:00Z");

        var children = await small.Azure.Resources.ListAsync(Id("Microsoft.DBforPostgreSQL/flexibleServers/psql-restored"), default);
        Assert.That(children.Select(child => child.AzureName), Is.EqualTo(new[] { "psql-restored", "app" }));
    }

    [TestCase("2026-03-02T08:59:00Z")]
    [TestCase("2026-03-03T09:00:01Z")]
    public async Task Rejects_RestoreToATimeThatIsNotKept(string time)
    {
        using var small = await OpenAsync();
        await WithHistoryAsync(small);

        var refusal = await RefusalAsync(() => RestoreAsync(small, time));

        Assert.That(refusal.Target, Is.EqualTo("pointInTimeUTC"));
        Assert.That(refusal.Message, Does.Contain(
            "'psql' can be restored to times from 2026-03-02T09:00:00.0000000+00:00 to 2026-03-03T09:00:00.0000000+00:00, not to "));
    }

    [Test]
    public async Task Rejects_RestoreWithoutATime()
    {
        using var small = await OpenAsync();
        await WithHistoryAsync(small);

        Assert.That((await RefusalAsync(() => RestoreAsync(small, "yesterday"))).Message, Does.EndWith("'yesterday' is no ISO 8601 time to restore to."));
    }

    [Test]
    public async Task Rejects_RestoreOfNothing()
    {
        using var small = await OpenAsync();

        Assert.That((await RefusalAsync(() => RestoreAsync(small, "2026-03-02T12:00:00Z"))).Code, Is.EqualTo("ResourceNotFound"));
    }

    [Test]
    public async Task Rejects_RestoreWithoutASource()
    {
        using var small = await OpenAsync();

        var refusal = await small.RefusalOfAsync(Type, ("serverName", "psql-restored"), ("createMode", "PointInTimeRestore"));

        Assert.That((refusal.Code, refusal.Target), Is.EqualTo(("InvalidParameterValue", "sourceServerResourceId")));
        Assert.That(refusal.Message, Does.EndWith("a point-in-time restore needs sourceServerResourceId."));
    }

    [Test]
    public async Task Rejects_RestoreOfWhatIsNoServer()
    {
        using var small = await OpenAsync();
        await small.PutAsync("azure-native:keyvault:Vault", ("vaultName", "kv-shop"));
        var vault = Id("Microsoft.KeyVault/vaults/kv-shop");

        var refusal = await small.RefusalOfAsync(
            Type,
            ("serverName", "psql-restored"),
            ("createMode", "PointInTimeRestore"),
            ("sourceServerResourceId", vault),
            ("pointInTimeUTC", "2026-03-02T09:00:00Z"));

        Assert.That((refusal.Code, refusal.Target), Is.EqualTo(("InvalidParameterValue", "sourceServerResourceId")));
        Assert.That(refusal.Message, Does.EndWith($"'{vault}' is no PostgreSQL server."));
    }

    [Test]
    public async Task Rejects_RestoreFromPublicToPrivateAccess()
    {
        using var small = await OpenAsync();
        await WithHistoryAsync(small);
        await small.PutAsync("azure-native:network:VirtualNetwork", ("virtualNetworkName", "vnet"));
        await small.PutAsync("azure-native:network:Subnet", ("virtualNetworkName", "vnet"), ("subnetName", "database"));

        var refusal = await small.RefusalOfAsync(
            Type,
            ("serverName", "psql-restored"),
            ("createMode", "PointInTimeRestore"),
            ("sourceServerResourceId", Id("Microsoft.DBforPostgreSQL/flexibleServers/psql")),
            ("pointInTimeUTC", "2026-03-02T12:00:00Z"),
            ("network", Map(("delegatedSubnetResourceId", Id("Microsoft.Network/virtualNetworks/vnet/subnets/database")))));

        Assert.That((refusal.Code, refusal.Target), Is.EqualTo(("InvalidParameterValue", "network")));
        Assert.That(refusal.Message, Does.EndWith(
            "a server with private access is restored to private access, and a public one to public: 'psql' is the other kind."));
    }

    [Test]
    public async Task Server_DuringARestore_IsBusy()
    {
        using var small = await OpenAsync(new OperationDurations { Restore = TimeSpan.FromMinutes(10) });
        await WithHistoryAsync(small);
        await RestoreAsync(small, "2026-03-02T12:00:00Z");

        var refusal = await small.RefusalOfAsync(Type, ("serverName", "psql-restored"));

        Assert.That((refusal.Status, refusal.Code), Is.EqualTo((409, "ServerIsBusy")));
    }

    private static async Task WithHistoryAsync(SmallAzure small)
    {
        await small.PutAsync(Type, Server("GeneralPurpose"));
        await small.PutAsync("azure-native:dbforpostgresql:Database", ("serverName", "psql"), ("databaseName", "app"));
        small.Time.Advance(TimeSpan.FromDays(1));
    }

    private static Task<PutResult> RestoreAsync(SmallAzure small, string time) => small.PutAsync(
        Type,
        ("serverName", "psql-restored"),
        ("createMode", "PointInTimeRestore"),
        ("sourceServerResourceId", Id("Microsoft.DBforPostgreSQL/flexibleServers/psql")),
        ("pointInTimeUTC", time));

    private static Task<PutResult> BackUpAsync(SmallAzure small, string name) => small.PutAsync(BackupType, ("serverName", "psql"), ("backupName", name));

    private static (string, object)[] Server(string tier, params (string, object)[] more) =>
        [("serverName", "psql"), ("sku", Map(("tier", tier))), .. more];
}
