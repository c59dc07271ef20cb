using ReleaseInfra.Rehearsal.Arm.Http;
using ReleaseInfra.Rehearsal.Arm.Wire;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Arm.Calls;

/// <summary>Resource Manager looks at an id from its left: subscription, group, namespace, type, and then what is there.</summary>
internal static class KnownScope
{
    private const string Providers = "/providers/";

    /// <exception cref="ArmRefusal">Something on the way to the resource is unknown.</exception>
    public static async Task RequireAsync(ArmWorld world, ArmRequest request)
    {
        await RequireHolderAsync(world, request);
        RequireType(request);
    }

    /// <summary>Of calls that are served under a type of their own, where no type is left to look at.</summary>
    /// <exception cref="ArmRefusal">Subscription or group is unknown.</exception>
    public static async Task RequireHolderAsync(ArmWorld world, ArmRequest request)
    {
        var segments = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments is not [var first, var subscription, ..] || !first.Equals("subscriptions", StringComparison.OrdinalIgnoreCase))
            throw new ArmRefusal(ArmErrors.MissingSubscription());
        if (!subscription.Equals(AzureScope.SubscriptionId, StringComparison.OrdinalIgnoreCase))
            throw new ArmRefusal(ArmErrors.SubscriptionNotFound(subscription));
        if (ResourceIds.GroupOf(request.Path) is { } group
            && await world.Azure.Resources.FindAsync(ResourceIds.OfGroup(group), request.Cancellation) is null)
        {
            throw new ArmRefusal(ArmErrors.GroupNotFound(group));
        }
    }

    /// <summary>The namespace, and types and names in turn.</summary>
    public static string[] AfterProvider(string path)
    {
        var at = path.LastIndexOf(Providers, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? [] : path[(at + Providers.Length)..].Split('/');
    }

    /// <summary>What a list of a type looks through: the resource, the group or the subscription that its path begins with.</summary>
    public static string Above(string path)
    {
        var at = path.LastIndexOf(Providers, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && AfterProvider(path).Length == 1 ? path[..at] : path;
    }

    private static void RequireType(ArmRequest request)
    {
        var typed = AfterProvider(request.Path);
        if (typed.Length == 0)
            throw new ArmRefusal(ArmErrors.MissingSubscription());
        // Locks, roles and settings hang on other resources; no path of types and names leads to them.
        if (ResourceIds.Same(typed[0], "Microsoft.Authorization") || IsOnAnother(request.Path))
            return;
        if (!ArmTypes.HasNamespace(typed[0]))
            throw new ArmRefusal(ArmErrors.InvalidNamespace(typed[0]));

        var type = string.Join('/', typed.Where((_, index) => index == 0 || index % 2 == 1));
        if (ArmTypes.Find(type) is null)
            throw new ArmRefusal(ArmErrors.InvalidType(typed.Length == 1 ? typed[0] + "/" : type, request.ApiVersion));
    }

    private static bool IsOnAnother(string path) =>
        path.IndexOf(Providers, StringComparison.OrdinalIgnoreCase) != path.LastIndexOf(Providers, StringComparison.OrdinalIgnoreCase);
}
