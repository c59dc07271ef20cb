using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Tests.Resources;

public sealed class ImmutablePropertyTests
{
    [TestCase("azure-native:dbforpostgresql:Server", "administratorLogin", true)]
    [TestCase("azure-native:dbforpostgresql:Server", "backup.geoRedundantBackup", true)]
    [TestCase("azure-native:dbforpostgresql:Server", "backup.backupRetentionDays", false)]
    [TestCase("azure-native:dbforpostgresql:Server", "location", true)]
    [TestCase("azure-native:dbforpostgresql:Server", "sku.name", false)]
    [TestCase("azure-native:app:ManagedEnvironment", "zoneRedundant", true)]
    [TestCase("azure-native:app:ManagedEnvironment", "vnetConfiguration.infrastructureSubnetId", true)]
    [TestCase("azure-native:app:ContainerApp", "template.containers[0].image", false)]
    [TestCase("azure-native:app:ContainerApp", "containerAppName", true)]
    [TestCase("azure-native:network:PrivateEndpoint", "privateLinkServiceConnections[12].privateLinkServiceId", true)]
    [TestCase("azure-native:network:PrivateEndpoint", "privateLinkServiceConnections[12].name", false)]
    [TestCase("azure-native:redisenterprise:Database", "clusteringPolicy", true)]
    [TestCase("random:index/randomPassword:RandomPassword", "keepers.round", true)]
    [TestCase("docker:index/image:Image", "imageName", false)]
    [TestCase("release-infra:web:Unknown", "location", false)]
    public void IsImmutable_AsInAzure(string type, string path, bool expected) =>
        Assert.That(ComputedValues.IsImmutable(type, path), Is.EqualTo(expected));

    [Test]
    public void SecretInputs_OfAServer() =>
        Assert.That(ComputedValues.SecretInputs("azure-native:dbforpostgresql:Server"), Is.EqualTo(new[] { "administratorLoginPassword" }));
}
