using System.Collections.Immutable;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;
using ReleaseInfra.Domain.Settings.Rules;

namespace ReleaseInfra.Domain.Settings.Reading;

/// <summary>Turns what was written into settings, or into every problem at once.</summary>
public static class EnvironmentReader
{
    private static readonly Key<string> Organization = new("organization", Texts.Short);
    private static readonly Key<string> Application = new("application", Texts.Short);

    private static readonly Key<ImmutableSortedDictionary<string, string>> Tags =
        new Key<ImmutableSortedDictionary<string, string>>("tags", Form.Map(Texts.TagName, Texts.TagValue))
            .Or(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    internal static readonly KeyTable Keys = new(
        KeyTable.Schema,
        Organization,
        Application,
        Tags,
        ServicesReader.Key,
        MigrationReader.Key,
        RegistryReader.Key,
        ImagesReader.Key,
        VaultReader.Key,
        DatabaseReader.Key,
        CacheReader.Key,
        NetworkReader.Key,
        ContainerEnvironmentReader.Key,
        AppServicePlanReader.Key,
        LogsReader.Key,
        AlertsReader.Key,
        NotificationsReader.Key,
        ProtectionReader.Key,
        RolloutReader.Key,
        FreezesReader.Key,
        ApprovalsReader.Key,
        JournalReader.Key);

    /// <summary>Null exactly where there is a problem in the list.</summary>
    public static EnvironmentSettings? Read(EnvironmentDocuments documents, ProblemList problems)
    {
        if (documents.Environment is null)
        {
            StackReader.Read(documents, null, problems);
            return null;
        }

        var root = new Section(documents.Environment, problems).Accept(Keys);
        var organization = root.Read(Organization);
        var application = root.Read(Application);
        var tags = root.Read(Tags);
        var services = ServicesReader.Read(root);
        var migration = MigrationReader.Read(root);
        var registry = RegistryReader.Read(root);
        var images = ImagesReader.Read(root);
        var vault = VaultReader.Read(root);
        var database = DatabaseReader.Read(root);
        var cache = CacheReader.Read(root);
        var network = NetworkReader.Read(root);
        var containerEnvironment = ContainerEnvironmentReader.Read(root);
        var plan = AppServicePlanReader.Read(root);
        var logs = LogsReader.Read(root);
        var alerts = AlertsReader.Read(root);
        var notifications = NotificationsReader.Read(root);
        var protection = ProtectionReader.Read(root);
        var rollout = RolloutReader.Read(root);
        var freezes = FreezesReader.Read(root);
        var approvals = ApprovalsReader.Read(root);
        var journal = JournalReader.Read(root);

        EnvironmentRules.CheckZones(documents.Environment, network, containerEnvironment, services, problems);
        EnvironmentRules.CheckRegistry(documents.Environment, network, registry, problems);
        EnvironmentRules.CheckPlan(documents.Environment, services, problems);
        EnvironmentRules.CheckAlerts(documents.Environment, alerts, notifications, problems);
        EnvironmentRules.CheckExpected(documents.Environment, rollout, services, problems);
        EnvironmentRules.CheckStepApprovals(documents.Environment, rollout, approvals, problems);
        EnvironmentRules.CheckQueues(documents.Environment, rollout, services, problems);
        EnvironmentRules.CheckTimeZone(documents.Environment, freezes, documents.TimeZones, problems);

        AzureNames? names = null;
        if (root.AreSound(Organization, Application))
        {
            var stated = new NameOverrides(registry?.Name, vault?.Name, database?.ServerName);
            names = new AzureNames(organization, application, documents.Name, stated);
            var all = RequiredNames.Of(names, services, migration, cache, network, plan);
            NameRules.Check(documents.Environment, all, problems);
        }

        var parts = new ReleasedParts(services, migration is not null, plan, names);
        var stack = StackReader.Read(documents, parts, problems);
        if (problems.Count > 0)
            return null;

        // No problem means that every section is there: each reader that returns null has said why.
        return new EnvironmentSettings
        {
            Stack = documents.Name,
            Organization = organization,
            Application = application,
            Location = stack!.Location,
            Tags = tags,
            Services = ByName(services),
            Migration = migration,
            Registry = registry!,
            Images = images!,
            Vault = vault!,
            Database = database!,
            Cache = cache!,
            Network = network!,
            ContainerEnvironment = containerEnvironment!,
            AppServicePlan = plan,
            Logs = logs!,
            Alerts = alerts!,
            Notifications = notifications!,
            Protection = protection!,
            Rollout = rollout!,
            Freezes = freezes!,
            Approvals = approvals!,
            Journal = journal!,
            Release = stack.Release,
        };
    }

    private static ImmutableSortedDictionary<string, ServiceSettings> ByName(IReadOnlyList<ReadService> services)
    {
        var byName = ImmutableSortedDictionary.CreateBuilder<string, ServiceSettings>(StringComparer.Ordinal);
        foreach (var service in services)
            byName.Add(service.Name, service.Settings!);
        return byName.ToImmutable();
    }
}
