using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Rehearsal.Rules.References;

/// <summary>What others stand on is not deleted from under them, unless they go with it.</summary>
internal static class InUse
{
    private static readonly Dictionary<string, (int Status, string Code)> Codes = new(StringComparer.Ordinal)
    {
        ["azure-native:app:ManagedEnvironment"] = (409, "Conflict"),
        ["azure-native:web:AppServicePlan"] = (409, "Conflict"),
        ["azure-native:network:Subnet"] = (400, "InUseSubnetCannotBeDeleted"),
        ["azure-native:network:VirtualNetwork"] = (400, "InUseSubnetCannotBeDeleted"),
        ["azure-native:network:NetworkSecurityGroup"] = (400, "InUseNetworkSecurityGroupCannotBeDeleted"),
    };

    /// <param name="going">All that is deleted together.</param>
    public static void Check(AzureState state, AzureResource resource, IReadOnlyCollection<AzureResource> going)
    {
        if (resource.Type == "azure-native:privatedns:PrivateZone")
            RefuseLinkedZone(state, resource);

        foreach (var gone in going)
        {
            if (Codes.TryGetValue(gone.Type, out var refusal) && UserOf(state, gone, going) is { } user)
            {
                throw new AzureException(new AzureError(
                    refusal.Status, refusal.Code, $"{gone.Title} cannot be deleted: '{user.Id}' uses it. Delete that first.", gone.Id));
            }
        }
    }

    /// <summary>The first in the order of ids.</summary>
    private static AzureResource? UserOf(AzureState state, AzureResource used, IReadOnlyCollection<AzureResource> going) =>
        LinkPaths.Types.SelectMany(state.OfType)
            .Where(user => Refers(user, used.Id) && !going.Any(gone => ResourceIds.Same(gone.Id, user.Id)))
            .MinBy(user => user.Id, StringComparer.OrdinalIgnoreCase);

    private static bool Refers(AzureResource user, string id) => LinkPaths.Of(user.Type)
        .Where(LinkPaths.Holds)
        .Any(path => user.Select(path).OfType<string>().Any(linked => ResourceIds.Same(linked, id)));

    private static void RefuseLinkedZone(AzureState state, AzureResource zone)
    {
        if (state.Beneath(zone.Id).FirstOrDefault(child => child.Type == "azure-native:privatedns:VirtualNetworkLink") is { } link)
        {
            throw AzureException.Conflict(
                "CannotDeleteResource", zone.Id, $"{zone.Title} cannot be deleted before its nested resources: '{link.Id}' exists.");
        }
    }
}
