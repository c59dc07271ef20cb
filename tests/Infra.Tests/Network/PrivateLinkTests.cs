using Pulumi;
using ReleaseInfra.Infra.Network;
using ReleaseInfra.Tests.Support.Programs;

namespace ReleaseInfra.Infra.Tests.Network;

public sealed class PrivateLinkTests
{
    [Test]
    public async Task Link_LeadsTheServicesNameToItsPrivateAddress()
    {
        var declared = await ProgramRecorder.RunAsync(options => _ = new PrivateLink(
            "vault-link",
            new PrivateLinkArgs(
                Fixture.Placement(),
                "vault",
                PrivateLinkKind.Vault,
                Output.Create("network-id"),
                Output.Create("subnet-id"),
                Output.Create("vault-id")),
            options));

        var endpoint = declared.The("network:PrivateEndpoint");
        Assert.That(endpoint["subnet.id"], Is.EqualTo("subnet-id"));
        Assert.That(endpoint["privateLinkServiceConnections.0.privateLinkServiceId"], Is.EqualTo("vault-id"));
        Assert.That(endpoint.List("privateLinkServiceConnections.0.groupIds"), Is.EqualTo(new[] { "vault" }));
        Assert.That(declared.The("privatedns:PrivateZone")["privateZoneName"], Is.EqualTo("privatelink.vaultcore.azure.net"));
        var records = declared.The("network:PrivateDnsZoneGroup");
        Assert.That(records["privateEndpointName"], Is.EqualTo("pep-vault-app-prod"));
        Assert.That(
            records["privateDnsZoneConfigs.0.privateDnsZoneId"],
            Does.EndWith("/privateDnsZones/privatelink.vaultcore.azure.net"));
    }
}
