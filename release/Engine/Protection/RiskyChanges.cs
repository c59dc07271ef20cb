using System.Collections.Immutable;

namespace ReleaseInfra.Cli.Engine.Protection;

/// <summary>Deletions and replacements that somebody has to mean.</summary>
internal static class RiskyChanges
{
    /// <param name="allowed">URNs that the user named.</param>
    /// <exception cref="ReleaseFailure">Something is lost that the user did not name, or must not be lost at all.</exception>
    public static void Refuse(StackPlan plan, IReadOnlyCollection<string> allowed)
    {
        var lost = Lost(plan);
        if (allowed.Except(lost, StringComparer.Ordinal).ToArray() is { Length: > 0 } pointless)
            throw ReleaseFailure.NothingToAllow(pointless);

        RefuseProtected(plan);
        var data = plan.Changes.Where(change => DataResources.HoldsData(change.Resource)).Select(change => change.Resource.Urn);
        if (lost.Intersect(data, StringComparer.Ordinal).Except(allowed, StringComparer.Ordinal).ToArray() is { Length: > 0 } unnamed)
            throw ReleaseFailure.DataAtRisk(plan.Stack.Name, unnamed);
    }

    /// <summary>As it was applied: lifting the protection is a change of its own, so that nobody does both by one mistake.</summary>
    public static void RefuseProtected(StackPlan plan)
    {
        var kept = (plan.From?.Resources ?? []).Where(resource => resource.Protect && !resource.IsComponent).Select(resource => resource.Urn);
        if (kept.Intersect(Lost(plan), StringComparer.Ordinal).ToArray() is { Length: > 0 } refused)
            throw ReleaseFailure.Protected(plan.Stack.Name, refused);
    }

    private static ImmutableArray<string> Lost(StackPlan plan) =>
    [
        .. plan.Changes
            .Where(change => change.Operation is Operation.Delete or Operation.Replace && !change.Resource.IsComponent)
            .Select(change => change.Resource.Urn),
    ];
}
