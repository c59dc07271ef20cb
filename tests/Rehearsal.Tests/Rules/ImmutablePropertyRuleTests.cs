using static ReleaseInfra.Rehearsal.Tests.SmallAzure;

namespace ReleaseInfra.Rehearsal.Tests.Rules;

public sealed class ImmutablePropertyRuleTests
{
    [Test]
    public async Task Rejects_AnotherLocation()
    {
        using var small = await OpenAsync();
        await small.PutAsync("azure-native:keyvault:Vault", ("vaultName", "kv-shop"), ("location", "westeurope"));

        Assert.That(
            await small.RefusalOfAsync("azure-native:keyvault:Vault", ("vaultName", "kv-shop"), ("location", "northeurope")),
            Is.EqualTo(new AzureError(
                409,
                "InvalidResourceLocation",
                "Microsoft.KeyVault/vaults 'kv-shop': it exists in location 'westeurope' and cannot be moved to 'northeurope'. Delete it first, " +
                "or choose another name.",
                "location")));
    }

    [Test]
    public async Task Location_InWords_IsTheSame()
    {
        using var small = await OpenAsync();
        await small.PutAsync("azure-native:keyvault:Vault", ("vaultName", "kv-shop"), ("location", "westeurope"));

        Assert.That(async () => await small.PutAsync("azure-native:keyvault:Vault", ("vaultName", "kv-shop"), ("location", "West Europe")), Throws.Nothing);
    }

    [TestCase("azure-native:dbforpostgresql:Server", "serverName", "administratorLogin", "first", "second")]
    [TestCase("azure-native:dbforpostgresql:Server", "serverName", "backup.geoRedundantBackup", "Disabled", "Enabled")]
    [TestCase("azure-native:keyvault:Vault", "vaultName", "properties.softDeleteRetentionInDays", 7, 90)]
    [TestCase("azure-native:web:AppServicePlan", "name", "reserved", true, false)]
    [TestCase("azure-native:web:WebApp", "name", "kind", "app", "app,linux,container")]
    [TestCase("azure-native:storage:StorageAccount", "accountName", "kind", "StorageV2", "BlobStorage")]
    [TestCase("azure-native:applicationinsights:Component", "resourceName", "applicationType", "web", "other")]
    public async Task Rejects_ChangeOf(string type, string nameInput, string path, object from, object to)
    {
        using var small = await OpenAsync();
        await small.PutAsync(type, (nameInput, "shared"), Stated(path, from));

        var refusal = await small.RefusalOfAsync(type, (nameInput, "shared"), Stated(path, to));

        Assert.That((refusal.Status, refusal.Code, refusal.Target), Is.EqualTo((409, "PropertyChangeNotAllowed", path)));
        Assert.That(refusal.Message, Does.Contain($"the property '{path}' cannot be changed after creation"));
    }

    [Test]
    public async Task Rejects_ClusteringPolicy_InASentence()
    {
        using var small = await OpenAsync();
        await small.PutAsync("azure-native:redisenterprise:RedisEnterprise", ("clusterName", "amr"));
        await small.PutAsync("azure-native:redisenterprise:Database", ("clusterName", "amr"), ("clusteringPolicy", "OSSCluster"));

        Assert.That(
            (await small.RefusalOfAsync("azure-native:redisenterprise:Database", ("clusterName", "amr"), ("clusteringPolicy", "EnterpriseCluster"))).Message,
            Is.EqualTo(
                "Microsoft.Cache/redisEnterprise/databases 'default': the property 'clusteringPolicy' cannot be changed after creation (from " +
                "'OSSCluster' to 'EnterpriseCluster')."));
    }

    [Test]
    public async Task Rejects_ZonesAndSubnetOfAnEnvironment()
    {
        using var small = await OpenAsync();
        await small.PutAsync("azure-native:network:VirtualNetwork", ("virtualNetworkName", "vnet"));
        await small.PutAsync("azure-native:network:Subnet", ("virtualNetworkName", "vnet"), ("subnetName", "apps"));
        await small.PutAsync("azure-native:network:Subnet", ("virtualNetworkName", "vnet"), ("subnetName", "other"));
        (string, object) In(string subnet) =>
            ("vnetConfiguration", Map(("infrastructureSubnetId", Id($"Microsoft.Network/virtualNetworks/vnet/subnets/{subnet}"))));
        await small.PutAsync("azure-native:app:ManagedEnvironment", ("environmentName", "cae"), In("apps"));

        var subnet = await small.RefusalOfAsync("azure-native:app:ManagedEnvironment", ("environmentName", "cae"), In("other"));
        var zones = await small.RefusalOfAsync("azure-native:app:ManagedEnvironment", ("environmentName", "cae"), In("apps"), ("zoneRedundant", true));

        Assert.That(subnet.Target, Is.EqualTo("vnetConfiguration"));
        Assert.That(zones.Target, Is.EqualTo("zoneRedundant"));
    }

    [Test]
    public async Task FalseWhereNothingWas_IsNoChange()
    {
        using var small = await OpenAsync();
        await small.PutAsync("azure-native:app:ManagedEnvironment", ("environmentName", "cae"));

        Assert.That(
            async () => await small.PutAsync("azure-native:app:ManagedEnvironment", ("environmentName", "cae"), ("zoneRedundant", false)),
            Throws.Nothing);
    }

    private static (string, object) Stated(string path, object value)
    {
        var keys = path.Split('.');
        return keys.Length == 1 ? (keys[0], value) : (keys[0], Map((keys[1], value)));
    }
}
