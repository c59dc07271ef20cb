using static ReleaseInfra.Rehearsal.Tests.SmallAzure;

namespace ReleaseInfra.Rehearsal.Tests.Rules;

public sealed class TierTests
{
    [Test]
    public async Task Rejects_ZoneRedundantEnvironmentWithoutSubnet()
    {
        using var small = await OpenAsync();

        Assert.That(
            await small.RefusalOfAsync("azure-native:app:ManagedEnvironment", ("environmentName", "cae"), ("zoneRedundant", true)),
            Is.EqualTo(new AzureError(
                400,
                "BadRequest",
                "Microsoft.App/managedEnvironments 'cae': zoneRedundant needs a subnet of its own: vnetConfiguration.infrastructureSubnetId is not set.",
                "zoneRedundant")));
    }

    [TestCase("Basic", true)]
    [TestCase("Standard", true)]
    [TestCase("Premium", false)]
    public async Task Rejects_PrivateEndpointOnALesserRegistry(string sku, bool isRefused)
    {
        using var small = await OpenAsync();
        var registry = await small.PutAsync("azure-native:containerregistry:Registry", ("registryName", "crshop"), ("sku", Map(("name", sku))));
        (string, object)[] endpoint =
        [
            ("privateEndpointName", "pep"),
            ("privateLinkServiceConnections", List(Map(("privateLinkServiceId", registry.Resource.Id)))),
        ];

        if (isRefused)
        {
            Assert.That(
                (await small.RefusalOfAsync("azure-native:network:PrivateEndpoint", endpoint)).Message,
                Is.EqualTo($"Microsoft.Network/privateEndpoints 'pep': a private endpoint needs a registry of SKU Premium; 'crshop' is {sku}."));
        }
        else
        {
            Assert.That(async () => await small.PutAsync("azure-native:network:PrivateEndpoint", endpoint), Throws.Nothing);
        }
    }

    [Test]
    public async Task Rejects_DowngradeOfARegistryWithAPrivateEndpoint()
    {
        using var small = await OpenAsync();
        var registry = await small.PutAsync("azure-native:containerregistry:Registry", ("registryName", "crshop"), ("sku", Map(("name", "Premium"))));
        await small.PutAsync(
            "azure-native:network:PrivateEndpoint",
            ("privateEndpointName", "pep"),
            ("privateLinkServiceConnections", List(Map(("privateLinkServiceId", registry.Resource.Id)))));

        Assert.That(
            (await small.RefusalOfAsync("azure-native:containerregistry:Registry", ("registryName", "crshop"), ("sku", Map(("name", "Basic"))))).Message,
            Is.EqualTo("Microsoft.ContainerRegistry/registries 'crshop': the SKU stays Premium while the private endpoint 'pep' leads to the registry."));
    }

    [Test]
    public async Task Rejects_ReplicationOfALesserRegistry()
    {
        using var small = await OpenAsync();
        await small.PutAsync("azure-native:containerregistry:Registry", ("registryName", "crshop"), ("sku", Map(("name", "Standard"))));

        Assert.That(
            (await small.RefusalOfAsync("azure-native:containerregistry:Replication", ("registryName", "crshop"), ("replicationName", "north"))).Target,
            Is.EqualTo("registryName"));
    }

    [TestCase("B1", true)]
    [TestCase("S1", true)]
    [TestCase("P1v3", false)]
    [TestCase("P0v3", false)]
    [TestCase("P1mv3", false)]
    [TestCase("I1v2", false)]
    public async Task Rejects_ZoneRedundantPlanOfALesserSku(string sku, bool isRefused)
    {
        using var small = await OpenAsync();
        (string, object)[] plan = [("name", "asp"), ("zoneRedundant", true), ("sku", Map(("name", sku)))];

        if (isRefused)
            Assert.That((await small.RefusalOfAsync("azure-native:web:AppServicePlan", plan)).Target, Is.EqualTo("zoneRedundant"));
        else
            Assert.That(async () => await small.PutAsync("azure-native:web:AppServicePlan", plan), Throws.Nothing);
    }

    [TestCase(0.5, "1Gi", null)]
    [TestCase(0.5, "1.0Gi", null)]
    [TestCase(0.5, "2Gi", "the containers ask for 0.5 CPU and 2Gi together. ")]
    [TestCase(0.3, "0.6Gi", "the containers ask for 0.3 CPU and 0.6Gi together. ")]
    [TestCase(4.25, "8.5Gi", "the containers ask for 4.25 CPU and 8.5Gi together. ")]
    public async Task Rejects_CpuAndMemoryThatDoNotFit(double cpu, string memory, string? message)
    {
        using var small = await ContainerApps.AppOf.OpenAsync();
        (string, object)[] app =
        [
            ("containerAppName", "web"),
            ("environmentId", ContainerApps.AppOf.EnvironmentId),
            ("template", Map(("containers", List(Map(("resources", Map(("cpu", cpu), ("memory", memory)))))))),
        ];

        if (message is null)
        {
            Assert.That(async () => await small.PutAsync(ContainerApps.AppOf.Type, app), Throws.Nothing);
        }
        else
        {
            var refusal = await small.RefusalOfAsync(ContainerApps.AppOf.Type, app);
            Assert.That(refusal.Code, Is.EqualTo("ContainerAppInvalidResourceTotal"));
            Assert.That(refusal.Message, Does.Contain(message));
        }
    }
}
