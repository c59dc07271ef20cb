using Pulumi;
using Pulumi.AzureNative.Network;
using Pulumi.AzureNative.Network.Inputs;

namespace ReleaseInfra.Infra.Network;

/// <summary>One service's private address in the network, and the DNS zone in which its name leads there.</summary>
public sealed class PrivateLink : ComponentResource
{
    public PrivateLink(string name, PrivateLinkArgs args, ComponentResourceOptions? options = null)
        : base("release-infra:network:PrivateLink", name, options)
    {
        var placement = args.Placement;
        var zone = new LinkedZone(name, args.Kind.Zone, placement, args.NetworkId, this);
        var endpoint = new PrivateEndpoint(
            name,
            new PrivateEndpointArgs
            {
                PrivateEndpointName = placement.Names.PrivateEndpoint(args.Purpose).Value,
                ResourceGroupName = placement.ResourceGroup,
                Location = placement.Location,
                Tags = placement.Tags,
                Subnet = new Pulumi.AzureNative.Network.Inputs.SubnetArgs { Id = args.SubnetId },
                PrivateLinkServiceConnections = new PrivateLinkServiceConnectionArgs
                {
                    Name = args.Purpose,
                    PrivateLinkServiceId = args.ServiceId,
                    GroupIds = args.Kind.Group,
                },
            },
            new CustomResourceOptions { Parent = this });

        var records = new PrivateDnsZoneGroup(
            $"{name}-records",
            new PrivateDnsZoneGroupArgs
            {
                PrivateDnsZoneGroupName = "default",
                PrivateEndpointName = endpoint.Name,
                ResourceGroupName = placement.ResourceGroup,
                PrivateDnsZoneConfigs = new PrivateDnsZoneConfigArgs { Name = args.Purpose, PrivateDnsZoneId = zone.Id },
            },
            new CustomResourceOptions { Parent = this });

        Ready = records;
        RegisterOutputs();
    }

    /// <summary>The last resource to come into being: from then on the service's name leads to its private address.</summary>
    public Resource Ready { get; }
}
