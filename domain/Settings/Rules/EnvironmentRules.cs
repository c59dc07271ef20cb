using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings.Reading;

namespace ReleaseInfra.Domain.Settings.Rules;

/// <summary>Rules between sections. What a rule needs and could not be read is null, and the rule does not apply.</summary>
internal static class EnvironmentRules
{
    public static void CheckZones(
        ObjectNode root,
        NetworkSettings? network,
        ContainerEnvironmentSettings? environment,
        IEnumerable<ReadService> services,
        ProblemList problems)
    {
        if (environment is not { ZoneRedundant: true })
            return;
        if (network is PublicNetworkSettings)
            problems.Add(SettingsProblems.ZonesNeedPrivateNetwork(Place.Find(root, "containerEnvironment.zoneRedundant")));
        foreach (var service in services)
        {
            if (service.Settings is ContainerAppSettings { Replicas.Minimum: < 2 })
            {
                problems.Add(SettingsProblems.ZonesNeedReplicas(
                    Place.Find(root, $"services.{service.Name}.replicas.minimum"),
                    service.Name));
            }
        }
    }

    public static void CheckRegistry(ObjectNode root, NetworkSettings? network, RegistrySettings? registry, ProblemList problems)
    {
        if (network is PrivateNetworkSettings && registry is { Sku: not RegistrySku.Premium })
            problems.Add(SettingsProblems.RegistryNotPremium(Place.Find(root, "registry.sku")));
    }

    public static void CheckPlan(ObjectNode root, IReadOnlyList<ReadService> services, ProblemList problems)
    {
        var plan = root.Find(AppServicePlanReader.Key.Name);
        var site = services.FirstOrDefault(service => service.Settings is AppServiceSettings);
        if (site is not null && plan is null)
            problems.Add(SettingsProblems.PlanMissing(Place.Missing(root, AppServicePlanReader.Key.Name), site.Name));
        if (site is null && plan is not null && services.All(service => service.Settings is not null))
            problems.Add(SettingsProblems.PlanUnused(Place.Of(plan)));
    }

    public static void CheckTimeZone(ObjectNode root, FreezeSettings? freezes, ITimeZones zones, ProblemList problems)
    {
        if (freezes is { TimeZone: { } name } && zones.Lacks(name))
            problems.Add(SettingsProblems.UnknownTimeZone(Place.Find(root, "freezes.timeZone"), Suggestion.For(name, zones.Names)));
    }

    public static void CheckAlerts(ObjectNode root, AlertSettings? alerts, NotificationSettings? notifications, ProblemList problems)
    {
        if (alerts is { Enabled: true } && notifications is { Emails.IsEmpty: true })
            problems.Add(SettingsProblems.AlertsReachNobody(Place.Find(root, "alerts.enabled")));
    }

    public static void CheckStepApprovals(ObjectNode root, RolloutSettings? rollout, ApprovalSettings? approvals, ProblemList problems)
    {
        if (approvals is { Required: 0 } && rollout?.Steps.FirstOrDefault(step => step.NeedsApproval) is { } step)
            problems.Add(PolicyProblems.StepApprovedByNobody(Place.Find(root, "rollout.steps"), step.Weight));
    }

    public static void CheckQueues(ObjectNode root, RolloutSettings? rollout, IReadOnlyList<ReadService> services, ProblemList problems)
    {
        foreach (var name in rollout?.Gates.Queues.Keys ?? [])
        {
            if (services.All(service => service.Name != name))
            {
                problems.Add(PolicyProblems.QueueOfNobody(
                    Place.Find(root, $"rollout.gates.queues.{name}"), name, [.. services.Select(service => service.Name)]));
            }
        }
    }

    public static void CheckExpected(ObjectNode root, RolloutSettings? rollout, IReadOnlyList<ReadService> services, ProblemList problems)
    {
        foreach (var name in rollout?.Expected.Keys ?? [])
        {
            if (services.All(service => service.Name != name))
            {
                problems.Add(SettingsProblems.TrafficOfNobody(
                    Place.Find(root, $"rollout.expected.{name}"), name, [.. services.Select(service => service.Name)]));
            }
        }
    }
}
