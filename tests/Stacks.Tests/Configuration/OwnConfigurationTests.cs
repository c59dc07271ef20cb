using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Stacks.Tests.Configuration;

/// <summary>The repository's own configuration, as the settings that its files are meant to say.</summary>
public sealed class OwnConfigurationTests
{
    private readonly TemporaryWorkspace _workspace = new();

    [OneTimeTearDown]
    public void RemoveWorkspace() => _workspace.Dispose();

    [TestCase("dev")]
    [TestCase("staging")]
    [TestCase("production")]
    public void Services_OfEveryStack(string stack)
    {
        var settings = _workspace.Settings(stack);

        Assert.That(settings.Services.Keys, Is.EqualTo(new[] { "admin", "api", "web", "worker" }));
        Assert.That(settings.Services["web"], Is.InstanceOf<ContainerAppSettings>());
        Assert.That(((ContainerAppSettings)settings.Services["web"]).Ingress, Is.EqualTo(new IngressSettings(3000, true, "/api/health", 50)));
        Assert.That(((ContainerAppSettings)settings.Services["worker"]).Ingress, Is.Null);
        Assert.That(settings.Services["admin"], Is.InstanceOf<AppServiceSettings>());
        Assert.That(settings.Migration!.Command, Is.EqualTo(new[] { "npx", "prisma", "migrate", "deploy" }));
    }

    [Test]
    public void Dev_IsOneReplicaOnTheCheapestTiers()
    {
        var dev = _workspace.Settings("dev");

        Assert.That(dev.Services.Values.OfType<ContainerAppSettings>().Select(service => service.Replicas), Is.All.EqualTo(new ReplicaSettings(1, 1)));
        Assert.That(dev.Services.Values.OfType<ContainerAppSettings>().Select(service => service.Compute), Is.All.EqualTo(new ComputeSettings(0.25m, 0.5m)));
        Assert.That(dev.Database.Sku, Is.EqualTo("Standard_B1ms"));
        Assert.That(dev.AppServicePlan, Is.EqualTo(new AppServicePlanSettings("B1", 1, false, Slots: false)));
        Assert.That(dev.Release.Services["admin"], Is.InstanceOf<RollingRelease>());
        Assert.That(dev.Images.PinDigests, Is.False);
    }

    [Test]
    public void Staging_HasProductionsShapeOnSmallTiers()
    {
        var staging = _workspace.Settings("staging");

        Assert.That(staging.Database.Tier, Is.EqualTo(DatabaseTier.Burstable));
        Assert.That(staging.Cache, Is.EqualTo(new ManagedCacheSettings("Balanced_B0", HighAvailability: false)));
        Assert.That(staging.AppServicePlan!.Slots, Is.True);
        Assert.That(
            staging.Release.Services.Select(service => (service.Key, service.Value.GetType())),
            Is.EqualTo(_workspace.Settings("production").Release.Services.Select(service => (service.Key, service.Value.GetType()))));
    }

    [Test]
    public void Production_IsRedundantPrivateAndLocked()
    {
        var production = _workspace.Settings("production");

        Assert.That(production.Database, Is.EqualTo(new DatabaseSettings
        {
            ServerName = null,
            Tier = DatabaseTier.GeneralPurpose,
            Sku = "Standard_D4ds_v5",
            Version = "17",
            StorageGb = 256,
            DatabaseName = "app",
            AdministratorLogin = "appadmin",
            HighAvailability = DatabaseAvailability.ZoneRedundant,
            BackupRetentionDays = 35,
            GeoRedundantBackup = true,
        }));
        Assert.That(production.Cache, Is.EqualTo(new ManagedCacheSettings("Balanced_B5", HighAvailability: true)));
        Assert.That(production.Network, Is.InstanceOf<PrivateNetworkSettings>());
        Assert.That(production.ContainerEnvironment.ZoneRedundant, Is.True);
        Assert.That(production.Protection.LockData, Is.True);
        Assert.That(production.Vault, Is.EqualTo(new VaultSettings(null, VaultSku.Standard, 90, PurgeProtection: true)));
        Assert.That(production.Images.PinDigests, Is.True);
        Assert.That(production.Approvals.Required, Is.EqualTo(1));
    }

    [Test]
    public void Rollout_OfProduction_IsThePolicyOfTheSeeds()
    {
        var rollout = _workspace.Settings("production").Rollout;

        Assert.That(rollout.Steps, Is.EqualTo(new[] { 10, 20, 50, 100 }.Select(weight => new StepSettings(weight))));
        Assert.That(rollout.RollBackAt, Is.EqualTo(new HealthLimits(5, 2000)));
        Assert.That(rollout.WatchAt, Is.EqualTo(new HealthLimits(1, 500)));
        Assert.That(rollout.Watch, Is.EqualTo(TimeSpan.FromHours(1)));
        Assert.That(rollout.FailedHealthChecks, Is.EqualTo(3));
        Assert.That(rollout.Deadlines, Is.EqualTo(new RolloutDeadlines(
            TimeSpan.FromMinutes(1),
            TimeSpan.FromMinutes(5),
            TimeSpan.FromMinutes(15),
            TimeSpan.FromMinutes(5))));
        Assert.That(rollout.Drill, Is.True);
        Assert.That(rollout.Regression, Is.EqualTo(RegressionSettings.Usual));
        Assert.That(rollout.Gates.Queues, Is.Empty);
        Assert.That(
            rollout.Gates with { Queues = GateSettings.Usual.Queues },
            Is.EqualTo(GateSettings.Usual with { DatabaseCpuPercent = 85, DatabaseConnections = 1400, ReplicaRestarts = 3 }));
    }

    [TestCase("dev")]
    [TestCase("staging")]
    [TestCase("production")]
    public void EveryServiceThatCanBeAsked_HasASmokeTest(string stack)
    {
        var settings = _workspace.Settings(stack);

        Assert.That(
            settings.Services.Values.Where(service => service.SmokeTests.IsEmpty).Select(service => service.Name),
            Is.EqualTo(new[] { "worker" }));
        Assert.That(settings.Migration!.BackwardCompatible, Is.True);
    }
}
