namespace ReleaseInfra.Rehearsal.Rules.Tiers;

/// <summary>Zones of a Container Apps environment are those of its subnet.</summary>
internal static class EnvironmentTiers
{
    public static void Check(PutRequest put)
    {
        if (put.Desired.Type == "azure-native:app:ManagedEnvironment"
            && put.Desired.Declared.Flag("zoneRedundant", otherwise: false)
            && put.Desired.Declared.TextOrNull("vnetConfiguration.infrastructureSubnetId") is null or "")
        {
            throw put.BadRequest(
                "BadRequest", "zoneRedundant", "zoneRedundant needs a subnet of its own: vnetConfiguration.infrastructureSubnetId is not set.");
        }
    }
}
