using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Rules;
using ReleaseInfra.Rehearsal.Store;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.Tests.Rules;

/// <summary>Every property that Azure settles at creation, beside location, group and names; the rule by itself.</summary>
public sealed class SettledAtCreationTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [TestCase("azure-native:app:ContainerApp", "environmentId")]
    [TestCase("azure-native:app:ContainerApp", "managedEnvironmentId")]
    [TestCase("azure-native:app:Job", "environmentId")]
    [TestCase("azure-native:app:ManagedEnvironment", "infrastructureResourceGroup")]
    [TestCase("azure-native:app:ManagedEnvironment", "vnetConfiguration")]
    [TestCase("azure-native:app:ManagedEnvironment", "zoneRedundant")]
    [TestCase("azure-native:applicationinsights:Component", "applicationType")]
    [TestCase("azure-native:containerinstance:ContainerGroup", "containers")]
    [TestCase("azure-native:containerinstance:ContainerGroup", "ipAddress")]
    [TestCase("azure-native:containerinstance:ContainerGroup", "osType")]
    [TestCase("azure-native:containerinstance:ContainerGroup", "restartPolicy")]
    [TestCase("azure-native:containerinstance:ContainerGroup", "subnetIds")]
    [TestCase("azure-native:dbforpostgresql:Database", "charset")]
    [TestCase("azure-native:dbforpostgresql:Database", "collation")]
    [TestCase("azure-native:dbforpostgresql:Server", "administratorLogin")]
    [TestCase("azure-native:dbforpostgresql:Server", "backup.geoRedundantBackup")]
    [TestCase("azure-native:dbforpostgresql:Server", "network.delegatedSubnetResourceId")]
    [TestCase("azure-native:dbforpostgresql:Server", "pointInTimeUTC")]
    [TestCase("azure-native:dbforpostgresql:Server", "sourceServerResourceId")]
    [TestCase("azure-native:keyvault:Vault", "properties.softDeleteRetentionInDays")]
    [TestCase("azure-native:monitor:ScheduledQueryRule", "kind")]
    [TestCase("azure-native:monitor:ScheduledQueryRule", "scopes")]
    [TestCase("azure-native:network:PrivateEndpoint", "customNetworkInterfaceName")]
    [TestCase("azure-native:network:PrivateEndpoint", "privateLinkServiceConnections[].privateLinkServiceId")]
    [TestCase("azure-native:network:PrivateEndpoint", "subnet")]
    [TestCase("azure-native:privatedns:VirtualNetworkLink", "virtualNetwork")]
    [TestCase("azure-native:redis:Redis", "subnetId")]
    [TestCase("azure-native:redis:Redis", "zones")]
    [TestCase("azure-native:redisenterprise:Database", "clusteringPolicy")]
    [TestCase("azure-native:redisenterprise:Database", "geoReplication")]
    [TestCase("azure-native:redisenterprise:Database", "modules")]
    [TestCase("azure-native:redisenterprise:Database", "port")]
    [TestCase("azure-native:redisenterprise:RedisEnterprise", "zones")]
    [TestCase("azure-native:storage:StorageAccount", "isHnsEnabled")]
    [TestCase("azure-native:storage:StorageAccount", "kind")]
    [TestCase("azure-native:web:AppServicePlan", "hostingEnvironmentProfile")]
    [TestCase("azure-native:web:AppServicePlan", "hyperV")]
    [TestCase("azure-native:web:AppServicePlan", "reserved")]
    [TestCase("azure-native:web:AppServicePlan", "zoneRedundant")]
    [TestCase("azure-native:web:WebApp", "kind")]
    [TestCase("azure-native:web:WebApp", "reserved")]
    [TestCase("azure-native:web:WebAppSlot", "kind")]
    [TestCase("azure-native:web:WebAppSlot", "reserved")]
    public void Rejects_ChangeOf(string type, string path)
    {
        var change = new PutRequest(
            new AzureScope("test", "westeurope"), AzureState.Empty, With(type, path, "first"), With(type, path, "second"), Now);

        Assert.That(
            () => ImmutableProperties.Check(change),
            Throws.TypeOf<AzureException>().With.Property(nameof(AzureException.Error)).Matches<AzureError>(error =>
                error.Status == 409 && error.Code == "PropertyChangeNotAllowed" && error.Target == path));
    }

    private static AzureResource With(string type, string path, string value) => new(
        ResourceIds.OfGroup("rg") + "/providers/Microsoft.Test/tests/it",
        "it",
        new DeclaredResource(type, "it", Nested(path.Split('.'), value)),
        PlainValues.Empty,
        Now,
        Now);

    /// <param name="path">A key with <c>[]</c> holds a list of one.</param>
    private static ImmutableSortedDictionary<string, object> Nested(ReadOnlySpan<string> path, string value)
    {
        object inner = path.Length == 1 ? value : Nested(path[1..], value);
        return path[0].EndsWith("[]", StringComparison.Ordinal)
            ? PlainValues.Empty.Add(path[0][..^2], ImmutableArray.Create(inner))
            : PlainValues.Empty.Add(path[0], inner);
    }
}
