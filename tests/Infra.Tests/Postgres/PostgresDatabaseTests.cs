using Pulumi;
using Pulumi.AzureNative.DBforPostgreSQL;
using Pulumi.Utilities;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Infra.Postgres;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Programs;

namespace ReleaseInfra.Infra.Tests.Postgres;

public sealed class PostgresDatabaseTests
{
    [Test]
    public async Task Server_IsWhatTheSettingsSay()
    {
        var server = (await DeclareAsync(SettingsFixtures.Database, Private())).The("dbforpostgresql:Server");

        Assert.That((server["sku.name"], server["sku.tier"]), Is.EqualTo(("Standard_D2ds_v5", "GeneralPurpose")));
        Assert.That(server["version"], Is.EqualTo("17"));
        Assert.That(server["storage.storageSizeGB"], Is.EqualTo(128));
        Assert.That(server["highAvailability.mode"], Is.EqualTo("ZoneRedundant"));
        Assert.That(server["backup.backupRetentionDays"], Is.EqualTo(35));
        Assert.That(server["backup.geoRedundantBackup"], Is.EqualTo("Enabled"));
        Assert.That(server.Protect, Is.True);
        Assert.That(
            server.IgnoreChanges,
            Is.EquivalentTo(new[] { "administratorLoginPassword", "availabilityZone", "highAvailability.standbyAvailabilityZone" }));
    }

    [Test]
    public async Task Password_IsSecretOnItsWayToTheServer()
    {
        var server = (ServerArgs)(await DeclareAsync(SettingsFixtures.Database, Private())).The("dbforpostgresql:Server").Args;

        Assert.That(await Output.IsSecretAsync(server.AdministratorLoginPassword!.ToOutput()), Is.True);
    }

    [Test]
    public async Task Url_IsSecret_AndDemandsTls()
    {
        Output<string>? url = null;
        await ProgramRecorder.RunAsync(options => url = Declare(SettingsFixtures.Database, new PublicDatabaseNetwork(), options).Url);

        Assert.That(await Output.IsSecretAsync(url!), Is.True);
        Assert.That(
            await OutputUtilities.GetValueAsync(url!),
            Is.EqualTo(
                $"postgresql://appadmin:{Canary.For("password")}@psql-app-prod-96j8jr.postgres.database.azure.com:5432/app?sslmode=require"));
    }

    [Test]
    public async Task Network_Private_KeepsTheInternetOut()
    {
        var declared = await DeclareAsync(SettingsFixtures.Database, Private());

        var server = declared.The("dbforpostgresql:Server");
        Assert.That(server["network.publicNetworkAccess"], Is.EqualTo("Disabled"));
        Assert.That(server["network.delegatedSubnetResourceId"], Is.EqualTo("database-subnet"));
        Assert.That(server["network.privateDnsZoneArmResourceId"], Is.EqualTo("database-zone"));
        Assert.That(declared.Of("dbforpostgresql:FirewallRule"), Is.Empty);
    }

    [Test]
    public async Task Network_Public_LetsAzureInOnly_OneChangeAfterTheOther()
    {
        var declared = await DeclareAsync(SettingsFixtures.Database, new PublicDatabaseNetwork());

        var rule = declared.The("dbforpostgresql:FirewallRule");
        Assert.That((rule["startIpAddress"], rule["endIpAddress"]), Is.EqualTo(("0.0.0.0", "0.0.0.0")));
        Assert.That(rule.DependsOn, Is.EqualTo(new[] { "database-application" }));
        Assert.That(declared.The("dbforpostgresql:Database").DependsOn, Is.EqualTo(new[] { "database" }));
    }

    [Test]
    public void Rejects_HighAvailabilityOnBurstable() =>
        Assert.That(
            () => DeclareAsync(SettingsFixtures.Database with { Tier = DatabaseTier.Burstable }, Private()),
            Throws.Exception.With.Message.Contains("A Burstable PostgreSQL server has no high availability."));

    private static PrivateDatabaseNetwork Private() => new(Output.Create("database-subnet"), Output.Create("database-zone"));

    private static Task<DeclaredResources> DeclareAsync(DatabaseSettings settings, DatabaseNetwork network) =>
        ProgramRecorder.RunAsync(options => _ = Declare(settings, network, options));

    private static PostgresDatabase Declare(DatabaseSettings settings, DatabaseNetwork network, ComponentResourceOptions options) =>
        new("database", new PostgresDatabaseArgs(Fixture.Placement(), settings, network, Protect: true), options);
}
