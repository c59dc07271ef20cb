using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Rules.Tiers;

/// <summary>Private endpoints and replications are for Premium registries.</summary>
internal static class RegistryTiers
{
    private const string Registry = "azure-native:containerregistry:Registry";

    public static void Check(PutRequest put)
    {
        switch (put.Desired.Type)
        {
            case "azure-native:network:PrivateEndpoint":
                foreach (var id in put.Desired.Select("privateLinkServiceConnections[].privateLinkServiceId").OfType<string>())
                    RefuseLesser(put, put.State.Find(id), "privateLinkServiceConnections", "a private endpoint");
                break;
            case "azure-native:containerregistry:Replication":
                RefuseLesser(put, put.State.Find(ResourceIds.ParentOf(put.Desired.Id)!), "registryName", "a replication");
                break;
            case Registry when put.Existing is not null && !IsPremium(put.Desired):
                RefuseDowngrade(put);
                break;
        }
    }

    private static void RefuseLesser(PutRequest put, AzureResource? registry, string target, string feature)
    {
        if (registry is { Type: Registry } && !IsPremium(registry))
        {
            throw put.BadRequest(
                "BadRequest", target, $"{feature} needs a registry of SKU Premium; '{registry.AzureName}' is {registry.Declared.TextOrNull("sku.name")}.");
        }
    }

    private static void RefuseDowngrade(PutRequest put)
    {
        var endpoint = put.State.OfType("azure-native:network:PrivateEndpoint").FirstOrDefault(other =>
            other.Select("privateLinkServiceConnections[].privateLinkServiceId").OfType<string>().Any(id => ResourceIds.Same(id, put.Desired.Id)));
        if (endpoint is not null)
            throw put.BadRequest("BadRequest", "sku.name", $"the SKU stays Premium while the private endpoint '{endpoint.AzureName}' leads to the registry.");
    }

    private static bool IsPremium(AzureResource registry) => registry.Declared.TextOrNull("sku.name") == "Premium";
}
