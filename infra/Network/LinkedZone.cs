using Pulumi;
using Pulumi.AzureNative.PrivateDns;
using Pulumi.AzureNative.PrivateDns.Inputs;

namespace ReleaseInfra.Infra.Network;

/// <summary>A private DNS zone that one network looks names up in.</summary>
internal sealed class LinkedZone
{
    public LinkedZone(string name, string zoneName, Placement placement, Output<string> networkId, Resource parent)
    {
        var zone = new PrivateZone(
            $"{name}-zone",
            new PrivateZoneArgs
            {
                PrivateZoneName = zoneName,
                ResourceGroupName = placement.ResourceGroup,
                Location = "global",
                Tags = placement.Tags,
            },
            new CustomResourceOptions { Parent = parent });

        var link = new VirtualNetworkLink(
            $"{name}-zone-link",
            new VirtualNetworkLinkArgs
            {
                VirtualNetworkLinkName = placement.Names.VirtualNetwork.Value,
                PrivateZoneName = zone.Name,
                ResourceGroupName = placement.ResourceGroup,
                Location = "global",
                Tags = placement.Tags,
                VirtualNetwork = new SubResourceArgs { Id = networkId },
                RegistrationEnabled = false,
            },
            new CustomResourceOptions { Parent = parent });

        // Through both, so that whoever uses the zone waits until names in it are found.
        Id = Output.Tuple(zone.Id, link.Id).Apply(ids => ids.Item1);
    }

    public Output<string> Id { get; }
}
