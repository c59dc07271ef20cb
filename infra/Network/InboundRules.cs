using Pulumi.AzureNative.Network;
using Pulumi.AzureNative.Network.Inputs;
using ReleaseInfra.Domain.Settings;
using SecurityRuleArgs = Pulumi.AzureNative.Network.Inputs.SecurityRuleArgs;

namespace ReleaseInfra.Infra.Network;

/// <summary>Who in the network may speak to data. The internet is kept out by every security group's own last rule.</summary>
internal static class InboundRules
{
    public static SecurityRuleArgs[] ToDatabase(PrivateNetworkSettings settings) =>
    [
        Allow(100, "services", [settings.AppsSubnet, settings.SitesSubnet], settings.DatabaseSubnet, "5432"),
        // Primary and standby replicate within the subnet, on ports that Azure does not promise.
        Allow(110, "replication", [settings.DatabaseSubnet], settings.DatabaseSubnet, "*"),
        DenyRest(settings.DatabaseSubnet),
    ];

    public static SecurityRuleArgs[] ToEndpoints(PrivateNetworkSettings settings) =>
    [
        Allow(100, "services", [settings.AppsSubnet, settings.SitesSubnet], settings.EndpointsSubnet, "443", "6380", "10000"),
        DenyRest(settings.EndpointsSubnet),
    ];

    private static SecurityRuleArgs Allow(int priority, string name, string[] from, string to, params string[] ports) => new()
    {
        Name = name,
        Priority = priority,
        Direction = SecurityRuleDirection.Inbound,
        Access = SecurityRuleAccess.Allow,
        Protocol = SecurityRuleProtocol.Tcp,
        SourceAddressPrefixes = from,
        SourcePortRange = "*",
        DestinationAddressPrefix = to,
        DestinationPortRanges = ports,
    };

    private static SecurityRuleArgs DenyRest(string to) => new()
    {
        Name = "deny-rest-of-network",
        Priority = 4096,
        Direction = SecurityRuleDirection.Inbound,
        Access = SecurityRuleAccess.Deny,
        Protocol = SecurityRuleProtocol.Asterisk,
        SourceAddressPrefix = "VirtualNetwork",
        SourcePortRange = "*",
        DestinationAddressPrefix = to,
        DestinationPortRange = "*",
    };
}
