using System.Text.Json;
using System.Text.Json.Nodes;
using ReleaseInfra.Rehearsal.Arm.Wire;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Values;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Rehearsal.Tests.SmallAzure;

namespace ReleaseInfra.Rehearsal.Tests.Arm;

public sealed class WireMappingTests
{
    private static readonly DateTimeOffset Time = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly TestCaseData[] Outward =
    [
        Out("azure-native:redis:Redis", [("name", "shop"), ("sku", Map(("name", "Premium")))], "properties.sku", """{"name":"Premium"}"""),
        Out("azure-native:redisenterprise:RedisEnterprise", [("clusterName", "shop"), ("sku", Map(("name", "Balanced_B5")))], "sku", """{"name":"Balanced_B5"}"""),
        Out("azure-native:redisenterprise:RedisEnterprise", [("clusterName", "shop")], "properties.clusterName", null),
        Out("azure-native:keyvault:Vault", [("vaultName", "kv"), ("properties", Map(("tenantId", "t")))], "properties.tenantId", "\"t\""),
        Out("azure-native:appconfiguration:KeyValue", [("configStoreName", "shop"), ("keyValueName", "k"), ("tags", Map(("a", "b")))], "properties.tags", """{"a":"b"}"""),
        Out("azure-native:network:VirtualNetwork", [("virtualNetworkName", "vnet"), ("subnets", List(Map(("name", "apps"), ("addressPrefix", "10.0.0.0/27"))))],
            "properties.subnets", """[{"name":"apps","properties":{"addressPrefix":"10.0.0.0/27"}}]"""),
        Out("azure-native:storage:StorageAccount", [("accountName", "shop"), ("enableHttpsTrafficOnly", true)], "properties.supportsHttpsTrafficOnly", "true"),
        Out("azure-native:applicationinsights:Component", [("resourceName", "ai"), ("kind", "web"), ("applicationType", "web")], "properties.Application_Type", "\"web\""),
        Out("azure-native:dbforpostgresql:Database", [("serverName", "psql"), ("databaseName", "app")], "location", null),
        Out("azure-native:app:ManagedEnvironment", [("environmentName", "cae")], "location", "\"westeurope\""),
        Out("azure-native:web:WebAppSlot", [("name", "shop"), ("slot", "green")], "name", "\"shop/green\""),
        Out("azure-native:web:WebApp", [("name", "shop"), ("siteConfig", Map(("appSettings", List(Map(("name", "A"), ("value", "b"))))))], "properties.siteConfig", "{}"),
        Out("azure-native:app:Job", [("jobName", "migrate"), ("identity", Map(("type", "UserAssigned"), ("userAssignedIdentities", List("/subscriptions/s/id"))))],
            "identity", """{"type":"UserAssigned","userAssignedIdentities":{"/subscriptions/s/id":{}}}"""),
        Out("azure-native:app:Job", [("jobName", "migrate"), ("configuration", Map(("secrets", List(Map(("name", "key"), ("value", MaskedSecret.Of("1")))))))],
            "properties.configuration.secrets", """[{"name":"key"}]"""),
        Out("azure-native:containerinstance:ContainerGroup",
            [("containerGroupName", "shop"), ("sku", "Standard"), ("containers", List(Map(("name", "web"), ("command", List("run", MaskedSecret.Of("2"))))))],
            "properties.containers", """[{"name":"web","properties":{"command":["run"]}}]"""),
        Out("azure-native:containerregistry:Registry", [("registryName", "shop"), ("zoneRedundancy", "Enabled"), ("policies", Map(("retention", 7.5)))],
            "properties.policies", """{"retention":7.5}"""),
    ];

    private static readonly TestCaseData[] Inward =
    [
        In("""{"location":"westeurope","tags":{"a":"b"},"properties":{"template":{"scale":{"minReplicas":2}}}}""",
            """{"containerAppName":"web","location":"westeurope","resourceGroupName":"rg-shop","tags":{"a":"b"},"template":{"scale":{"minReplicas":2}}}"""),
        In("""{"id":"x","name":"other","type":"y","systemData":{},"properties":{"latestRevisionName":"web--v1","configuration":{"ingress":{"fqdn":"f","external":true}}}}""",
            """{"configuration":{"ingress":{"external":true}},"containerAppName":"web","resourceGroupName":"rg-shop"}"""),
        In("""{"identity":{"type":"UserAssigned","principalId":null,"userAssignedIdentities":{"/id":{},"/gone":null}},"properties":null}""",
            """{"containerAppName":"web","identity":{"type":"UserAssigned","userAssignedIdentities":["/id"]},"resourceGroupName":"rg-shop"}"""),
        In("""{"properties":{"configuration":{"ingress":null,"registries":[{"server":"r.io","identity":null}]}}}""",
            """{"configuration":{"registries":[{"server":"r.io"}]},"containerAppName":"web","resourceGroupName":"rg-shop"}"""),
    ];

    [TestCaseSource(nameof(Outward))]
    public void ToWire(string type, (string, object)[] inputs, string path, string? json)
    {
        var declared = new DeclaredResource(type, "thing", PlainValues.Map(Map([("resourceGroupName", "rg-shop"), .. inputs])));
        var computed = new ComputedValues(new AzureScope("staging", "westeurope")).Of(declared);

        JsonNode? wire = Rehearsal.Arm.Wire.ToWire.Of(new AzureResource(computed.Id, computed.Name, declared, computed.Outputs, Time, Time));
        foreach (var key in path.Split('.'))
            wire = wire?[key];

        Assert.That(wire?.ToJsonString(), Is.EqualTo(json));
    }

    [TestCaseSource(nameof(Inward))]
    public void FromWire(string body, string inputs)
    {
        var read = Rehearsal.Arm.Wire.FromWire.Resource(
            ArmTypes.Find("Microsoft.App/containerApps")!, Id("Microsoft.App/containerApps/web"), "web", JsonDocument.Parse(body).RootElement);

        Assert.That(Rehearsal.Arm.Wire.ToWire.Json(PlainValues.Map(read.Inputs)).ToJsonString(), Is.EqualTo(inputs));
    }

    [Test]
    public void FromWire_Patch_KeepsNulls()
    {
        var patch = Rehearsal.Arm.Wire.FromWire.Patch(
            ArmTypes.Find("Microsoft.App/containerApps")!, JsonDocument.Parse("""{"tags":null,"properties":{"configuration":{"ingress":null}}}""").RootElement);

        Assert.That(patch.Keys, Is.EquivalentTo(new[] { "tags", "configuration" }));
        Assert.That(patch["tags"], Is.Null);
        Assert.That(((Dictionary<string, object?>)patch["configuration"]!)["ingress"], Is.Null);
    }

    [Test]
    public void FromWire_FlattensElements()
    {
        var read = Rehearsal.Arm.Wire.FromWire.Patch(
            ArmTypes.Find("Microsoft.Network/virtualNetworks")!,
            JsonDocument.Parse("""{"properties":{"subnets":[{"name":"apps","properties":{"addressPrefix":"10.0.0.0/27"}}]}}""").RootElement);

        Assert.That(
            Rehearsal.Arm.Wire.ToWire.Json(PlainValues.Freeze(read["subnets"])!).ToJsonString(), Is.EqualTo("""[{"addressPrefix":"10.0.0.0/27","name":"apps"}]"""));
    }

    /// <summary>What a client reads, it may send back: the provider's schema says what of it is Azure's alone.</summary>
    [TestCase("azure-native:app:ContainerApp")]
    [TestCase("azure-native:dbforpostgresql:Server")]
    [TestCase("azure-native:dbforpostgresql:BackupsAutomaticAndOnDemand")]
    public void ReadOnly_HasWhatTheSchemaHasAsOutputOnly(string token)
    {
        var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "offline", "schema", "azure-native.json")));
        var resource = schema.RootElement.GetProperty("resources").GetProperty(token);
        var outputs = resource.GetProperty("outputs").EnumerateObject().Select(property => property.Name);
        var inputs = resource.GetProperty("inputs").EnumerateObject().Select(property => property.Name);

        Assert.That(
            outputs.Except(inputs).Except(["azureApiVersion", "name", "systemData", "type"]), Is.SubsetOf(WireForms.Of(token).ReadOnly));
    }

    private static TestCaseData Out(string type, (string, object)[] inputs, string path, string? json) =>
        new TestCaseData(type, inputs, path, json).SetArgDisplayNames($"{type} {path}");

    private static TestCaseData In(string body, string inputs) => new TestCaseData(body, inputs).SetArgDisplayNames(body);
}
