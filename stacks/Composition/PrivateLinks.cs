using Pulumi;
using ReleaseInfra.Infra.Network;

namespace ReleaseInfra.Stacks.Composition;

/// <summary>The ways from the network to the data services. The database needs none: it stands in the network itself.</summary>
internal static class PrivateLinks
{
    /// <returns>What a service has to wait for; empty outside a private network.</returns>
    public static IReadOnlyList<Resource> Of(Foundation foundation, DataServices data) => foundation.Network is { } network
        ?
        [
            To(foundation, network, "vault", PrivateLinkKind.Vault, data.Vault.Id),
            To(foundation, network, "cache", data.Cache.PrivateLink, data.Cache.Id),
            To(foundation, network, "registry", PrivateLinkKind.Registry, data.Registry.Id),
        ]
        : [];

    private static Resource To(
        Foundation foundation, PrivateNetwork network, string purpose, PrivateLinkKind kind, Output<string> serviceId)
    {
        var link = new PrivateLink(
            $"{purpose}-link",
            new PrivateLinkArgs(foundation.Placement, purpose, kind, network.Id, network.EndpointsSubnetId, serviceId));
        return link.Ready;
    }
}
