using ReleaseInfra.Infra.Network;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Programs;

namespace ReleaseInfra.Infra.Tests.Network;

public sealed class PrivateNetworkTests
{
    [TestCase("network-apps", "10.20.0.0/24", "Microsoft.App/environments")]
    [TestCase("network-sites", "10.20.1.0/24", "Microsoft.Web/serverFarms")]
    [TestCase("network-database", "10.20.2.0/24", "Microsoft.DBforPostgreSQL/flexibleServers")]
    public async Task Subnet_IsDelegated(string name, string range, string service)
    {
        var subnet = (await DeclareAsync()).The("network:Subnet", name);

        Assert.That(subnet["addressPrefix"], Is.EqualTo(range));
        Assert.That(subnet["delegations.0.serviceName"], Is.EqualTo(service));
    }

    // Azure answers AnotherOperationInProgress to two changes of one network.
    [Test]
    public async Task Subnets_WaitForEachOther()
    {
        var subnets = (await DeclareAsync()).Of("network:Subnet");

        Assert.That(
            subnets.Select(subnet => $"{subnet.Name} after {string.Join(',', subnet.DependsOn)}"),
            Is.EquivalentTo(new[]
            {
                "network-apps after ",
                "network-sites after network-apps",
                "network-database after network-sites",
                "network-endpoints after network-database",
            }));
    }

    [TestCase("database", "5432")]
    [TestCase("endpoints", "443,6380,10000")]
    public async Task Guard_LetsServicesIn_AndNobodyElse(string purpose, string ports)
    {
        var declared = await DeclareAsync();
        var rules = declared.The("network:NetworkSecurityGroup", $"network-{purpose}-guard")
            .List("securityRules").Cast<IReadOnlyDictionary<string, object>>().ToArray();

        Assert.That(rules[0]["sourceAddressPrefixes"], Is.EqualTo(new[] { "10.20.0.0/24", "10.20.1.0/24" }));
        Assert.That(string.Join(',', (IEnumerable<object>)rules[0]["destinationPortRanges"]), Is.EqualTo(ports));
        Assert.That(rules[^1]["access"], Is.EqualTo("Deny"));
        Assert.That(rules[^1]["sourceAddressPrefix"], Is.EqualTo("VirtualNetwork"));
        Assert.That(
            declared.The("network:Subnet", $"network-{purpose}")["networkSecurityGroup.id"],
            Does.EndWith($"/nsg-{purpose}-app-prod"));
    }

    [Test]
    public async Task DatabaseZone_IsLinkedToTheNetwork()
    {
        var declared = await DeclareAsync();

        Assert.That(
            declared.The("privatedns:PrivateZone")["privateZoneName"], Is.EqualTo("app-prod.private.postgres.database.azure.com"));
        Assert.That(
            declared.The("privatedns:VirtualNetworkLink")["virtualNetwork.id"], Does.EndWith("/virtualNetworks/vnet-app-prod"));
    }

    private static Task<DeclaredResources> DeclareAsync() => ProgramRecorder.RunAsync(options => _ = new PrivateNetwork(
        "network", new PrivateNetworkArgs(Fixture.Placement(), SettingsFixtures.PrivateNetwork), options));
}
