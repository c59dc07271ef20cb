using System.Collections.Immutable;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Tests.Support;

/// <summary>Whole environments to be changed by <c>with</c>, independent of the repository's own configuration.</summary>
public static class SettingsFixtures
{
    public static readonly ImmutableSortedDictionary<string, string> NoVariables = ImmutableSortedDictionary<string, string>.Empty;

    public static readonly ImmutableSortedDictionary<string, SecretReference> NoSecrets =
        ImmutableSortedDictionary<string, SecretReference>.Empty;

    public static ContainerAppSettings Web { get; } = new()
    {
        Name = "web",
        Image = "app-web",
        Variables = NoVariables.Add("LOG_LEVEL", "info"),
        Secrets = NoSecrets.Add("CACHE_URL", ProgramSecret.CacheUrl).Add("DATABASE_URL", ProgramSecret.DatabaseUrl),
        Build = null,
        Ingress = new IngressSettings(8080, External: true, "/health", ConcurrentRequests: 50),
        Compute = new ComputeSettings(0.5m, 1m),
        Replicas = new ReplicaSettings(2, 10),
    };

    public static ContainerAppSettings Worker { get; } = Web with
    {
        Name = "worker",
        Image = "app-worker",
        Ingress = null,
        Replicas = new ReplicaSettings(1, 3),
    };

    public static AppServiceSettings Admin { get; } = new()
    {
        Name = "admin",
        Image = "app-admin",
        Variables = NoVariables,
        Secrets = NoSecrets.Add("DATABASE_URL", ProgramSecret.DatabaseUrl),
        Build = null,
        Port = 8080,
        HealthPath = "/health",
    };

    public static MigrationSettings Migration { get; } = new(
        "app-migration",
        Command: ["migrate", "deploy"],
        TimeoutSeconds: 1800,
        Retries: 0,
        new ComputeSettings(0.25m, 0.5m),
        NoVariables,
        NoSecrets.Add("DATABASE_URL", ProgramSecret.DatabaseUrl),
        Build: null);

    public static PrivateNetworkSettings PrivateNetwork { get; } = new(
        "10.20.0.0/16",
        AppsSubnet: "10.20.0.0/24",
        SitesSubnet: "10.20.1.0/24",
        DatabaseSubnet: "10.20.2.0/24",
        EndpointsSubnet: "10.20.3.0/24");

    public static DatabaseSettings Database { get; } = new()
    {
        ServerName = null,
        Tier = DatabaseTier.GeneralPurpose,
        Sku = "Standard_D2ds_v5",
        Version = "17",
        StorageGb = 128,
        DatabaseName = "app",
        AdministratorLogin = "appadmin",
        HighAvailability = DatabaseAvailability.ZoneRedundant,
        BackupRetentionDays = 35,
        GeoRedundantBackup = true,
    };

    /// <summary>Everything that an environment can have.</summary>
    public static EnvironmentSettings Production { get; } = new()
    {
        Stack = StackName.Production,
        Organization = "example",
        Application = "app",
        Location = "westeurope",
        Tags = NoVariables.Add("cost-center", "1234"),
        Services = ImmutableSortedDictionary<string, ServiceSettings>.Empty
            .Add(Web.Name, Web)
            .Add(Worker.Name, Worker)
            .Add(Admin.Name, Admin),
        Migration = Migration,
        Registry = new RegistrySettings(null, RegistrySku.Premium),
        Images = new ImageSettings(PinDigests: true),
        Vault = new VaultSettings(null, VaultSku.Standard, SoftDeleteDays: 90, PurgeProtection: true),
        Database = Database,
        Cache = new ManagedCacheSettings("Balanced_B1", HighAvailability: true),
        Network = PrivateNetwork,
        ContainerEnvironment = new ContainerEnvironmentSettings(ZoneRedundant: true),
        AppServicePlan = new AppServicePlanSettings("P1v3", Instances: 3, ZoneRedundant: true, Slots: true),
        Logs = new LogSettings(RetentionDays: 90, DailyCapGb: null),
        Alerts = new AlertSettings(Enabled: true, ErrorRatePercent: 5, P95Milliseconds: 1000, DatabaseCpuPercent: 80),
        Notifications = new NotificationSettings(NoVariables.Add("on-call", "oncall@example.com")),
        Protection = new ProtectionSettings(LockData: true),
        Rollout = new RolloutSettings
        {
            Steps = [new StepSettings(10), new StepSettings(100)],
            Bake = TimeSpan.FromMinutes(5),
            RollBackAt = new HealthLimits(5, 2000),
            WatchAt = new HealthLimits(1, 500),
            Watch = TimeSpan.FromHours(1),
            FailedHealthChecks = 3,
            Evidence = new EvidenceFloor(5, 100),
            Deadlines = new RolloutDeadlines(
                TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(5)),
        },
        Freezes = new FreezeSettings("Europe/Amsterdam", [], [], TimeSpan.FromHours(48)),
        Approvals = new ApprovalSettings(1, ["lead"], TimeSpan.FromHours(24)),
        Release = new ReleaseSettings(ImmutableSortedDictionary<string, ServiceRelease>.Empty
            .Add(Web.Name, BlueGreen(Slot.Blue, blue: ("v1.2.2", 100)))
            .Add(Worker.Name, Rolling("v1.2.2"))
            .Add(Admin.Name, BlueGreen(Slot.Blue, blue: ("v1.2.2", 100), green: ("v1.2.1", 0)))
            .Add("migration", Rolling("v1.2.2"))),
    };

    /// <summary>The least that an environment can have.</summary>
    public static EnvironmentSettings Dev { get; } = Production with
    {
        Stack = StackName.Dev,
        Images = new ImageSettings(PinDigests: false),
        Registry = new RegistrySettings(null, RegistrySku.Basic),
        Vault = new VaultSettings(null, VaultSku.Standard, SoftDeleteDays: 7, PurgeProtection: false),
        Database = Database with
        {
            Tier = DatabaseTier.Burstable,
            Sku = "Standard_B1ms",
            HighAvailability = DatabaseAvailability.Disabled,
            BackupRetentionDays = 7,
            GeoRedundantBackup = false,
        },
        Cache = new ManagedCacheSettings("Balanced_B0", HighAvailability: false),
        Network = new PublicNetworkSettings(),
        ContainerEnvironment = new ContainerEnvironmentSettings(ZoneRedundant: false),
        AppServicePlan = new AppServicePlanSettings("B1", Instances: 1, ZoneRedundant: false, Slots: false),
        Logs = new LogSettings(RetentionDays: 30, DailyCapGb: 1),
        Alerts = new AlertSettings(Enabled: false, ErrorRatePercent: 5, P95Milliseconds: 1000, DatabaseCpuPercent: 80),
        Protection = new ProtectionSettings(LockData: false),
        Release = new ReleaseSettings(ImmutableSortedDictionary<string, ServiceRelease>.Empty
            .Add(Web.Name, BlueGreen(Slot.Blue, blue: ("v1.2.2", 100)))
            .Add(Worker.Name, Rolling("v1.2.2"))
            .Add(Admin.Name, Rolling("v1.2.2"))
            .Add("migration", Rolling("v1.2.2"))),
    };

    public static EnvironmentSettings With(this EnvironmentSettings settings, string service, ServiceRelease release) =>
        settings with { Release = new ReleaseSettings(settings.Release.Services.SetItem(service, release)) };

    /// <summary>A slot that is left out has no tag.</summary>
    public static BlueGreenRelease BlueGreen(
        Slot newest, (string Tag, int Weight)? blue = null, (string Tag, int Weight)? green = null) =>
        new(newest, Held(blue), Held(green));

    public static RollingRelease Rolling(string tag) => new(ImageTag.Parse(tag));

    private static SlotRelease Held((string Tag, int Weight)? slot) =>
        slot is { } held ? new SlotRelease(ImageTag.Parse(held.Tag), 1, held.Weight) : new SlotRelease(null, 1, 0);
}
