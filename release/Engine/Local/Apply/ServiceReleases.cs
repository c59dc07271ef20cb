using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Cli.Engine.Local.Apply;

/// <summary>
/// Which release each service has while an update is under way. What may change next is judged by what runs, and of an update
/// that was cut short one service may run the new release and another still the old one.
/// </summary>
internal static class ServiceReleases
{
    private static readonly HashSet<string> Workloads = new(StringComparer.Ordinal)
    {
        "azure-native:app:ContainerApp",
        "azure-native:app:Job",
        "azure-native:web:WebApp",
        "azure-native:web:WebAppSlot",
    };

    /// <param name="applied">URNs of what is as the plan wants it.</param>
    public static ReleaseSettings Under(StackPlan plan, IReadOnlySet<string> applied)
    {
        var waiting = Waiting(plan, applied);
        var (before, after) = (plan.From?.Release ?? ReleaseSettings.None, plan.Release);
        var services = ReleaseSettings.None.Services.ToBuilder();
        foreach (var service in before.Services.Keys.Union(after.Services.Keys, StringComparer.Ordinal))
        {
            if ((waiting.Contains(service) ? before : after).Services.TryGetValue(service, out var release))
                services[service] = release;
        }

        return new ReleaseSettings(services.ToImmutable());
    }

    /// <summary>Services whose workloads are to change, and none has yet.</summary>
    private static HashSet<string> Waiting(StackPlan plan, IReadOnlySet<string> applied) => plan.Pending
        .Where(change => Workloads.Contains(change.Resource.Type))
        .GroupBy(change => ServiceOf(change.Resource), StringComparer.Ordinal)
        .Where(changes => !changes.Any(change => applied.Contains(change.Resource.Urn)))
        .Select(changes => changes.Key)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>A workload stands in the component that has its service's name.</summary>
    private static string ServiceOf(StackResource workload) =>
        workload.Parent is { } parent ? parent[(parent.LastIndexOf("::", StringComparison.Ordinal) + 2)..] : workload.Name;
}
