namespace ReleaseInfra.Rehearsal.Types;

internal static class Networks
{
    public static void Register(Dictionary<string, ResourceRule> rules)
    {
        rules["azure-native:network:VirtualNetwork"] =
            new ArmType("Microsoft.Network/virtualNetworks/{virtualNetworkName}") { Adds = Settled }.Rule();
        rules["azure-native:network:Subnet"] =
            new ArmType("Microsoft.Network/virtualNetworks/{virtualNetworkName}/subnets/{subnetName}") { Adds = Settled }.Rule();
        rules["azure-native:network:NetworkSecurityGroup"] =
            new ArmType("Microsoft.Network/networkSecurityGroups/{networkSecurityGroupName}") { Adds = Settled }.Rule();
        rules["azure-native:network:PrivateEndpoint"] =
            new ArmType("Microsoft.Network/privateEndpoints/{privateEndpointName}")
            {
                Fixed = ["subnet", "privateLinkServiceConnections[].privateLinkServiceId", "customNetworkInterfaceName"],
                Adds = Settled,
            }.Rule();
        rules["azure-native:network:PrivateDnsZoneGroup"] =
            new ArmType("Microsoft.Network/privateEndpoints/{privateEndpointName}/privateDnsZoneGroups/{privateDnsZoneGroupName}")
                { Adds = Settled }.Rule();
        rules["azure-native:privatedns:PrivateZone"] =
            new ArmType("Microsoft.Network/privateDnsZones/{privateZoneName}") { Adds = Settled }.Rule();
        rules["azure-native:privatedns:VirtualNetworkLink"] =
            new ArmType("Microsoft.Network/privateDnsZones/{privateZoneName}/virtualNetworkLinks/{virtualNetworkLinkName}")
                { Fixed = ["virtualNetwork"], Adds = Settled }.Rule();
    }

    private static void Settled(ArmResource resource) => resource.Outputs["provisioningState"] = "Succeeded";
}
