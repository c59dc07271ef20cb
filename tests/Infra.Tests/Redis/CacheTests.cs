using Pulumi;
using Pulumi.Utilities;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Infra.Network;
using ReleaseInfra.Infra.Redis;
using ReleaseInfra.Tests.Support.Programs;

namespace ReleaseInfra.Infra.Tests.Redis;

public sealed class CacheTests
{
    [TestCase(Exposure.Public, "Enabled")]
    [TestCase(Exposure.Private, "Disabled")]
    public async Task Managed_IsEncrypted_AndHasOneDatabase(Exposure exposure, string access)
    {
        var declared = await ProgramRecorder.RunAsync(options => _ = Managed(exposure, options));

        var (cluster, database) = (declared.The("redisenterprise:RedisEnterprise"), declared.The("redisenterprise:Database"));
        Assert.That(cluster["minimumTlsVersion"], Is.EqualTo("1.2"));
        Assert.That(cluster["publicNetworkAccess"], Is.EqualTo(access));
        Assert.That(cluster["highAvailability"], Is.EqualTo("Enabled"));
        Assert.That(database["databaseName"], Is.EqualTo("default"));
        Assert.That(database["clientProtocol"], Is.EqualTo("Encrypted"));
        Assert.That(database["port"], Is.EqualTo(10000));
        Assert.That((cluster.Protect, database.Protect), Is.EqualTo((true, true)));
    }

    [Test]
    public async Task Managed_Url_IsSecret()
    {
        CacheEndpoint? endpoint = null;
        await ProgramRecorder.RunAsync(options => endpoint = Managed(Exposure.Private, options).Endpoint);

        Assert.That(await Output.IsSecretAsync(endpoint!.Url), Is.True);
        Assert.That(
            await OutputUtilities.GetValueAsync(endpoint.Url),
            Is.EqualTo($"rediss://:{Canary.For("cache-key")}@amr-app-prod-96j8jr.westeurope.redis.azure.net:10000/0"));
        Assert.That(endpoint.PrivateLink, Is.EqualTo(PrivateLinkKind.ManagedCache));
    }

    [TestCase(ClassicCacheTier.Basic, "Basic")]
    [TestCase(ClassicCacheTier.Standard, "Standard")]
    public async Task Classic_IsEncrypted(ClassicCacheTier tier, string sku)
    {
        var cache = (await ProgramRecorder.RunAsync(options => _ = Classic(tier, options))).The("redis:Redis");

        Assert.That((cache["sku.name"], cache["sku.family"], cache["sku.capacity"]), Is.EqualTo((sku, "C", 1.0)));
        Assert.That(cache["enableNonSslPort"], Is.False);
        Assert.That(cache["minimumTlsVersion"], Is.EqualTo("1.2"));
    }

    [Test]
    public async Task Classic_Url_IsSecret()
    {
        CacheEndpoint? endpoint = null;
        await ProgramRecorder.RunAsync(options => endpoint = Classic(ClassicCacheTier.Basic, options).Endpoint);

        Assert.That(await Output.IsSecretAsync(endpoint!.Url), Is.True);
        Assert.That(
            await OutputUtilities.GetValueAsync(endpoint.Url),
            Is.EqualTo($"rediss://:{Canary.For("cache-key")}@redis-app-prod-96j8jr.redis.cache.windows.net:6380/0"));
        Assert.That(endpoint.PrivateLink, Is.EqualTo(PrivateLinkKind.ClassicCache));
    }

    private static ManagedCache Managed(Exposure exposure, ComponentResourceOptions options) => new(
        "cache",
        new CacheArgs<ManagedCacheSettings>(
            Fixture.Placement(), new ManagedCacheSettings("Balanced_B1", HighAvailability: true), exposure, Protect: true),
        options);

    private static ClassicCache Classic(ClassicCacheTier tier, ComponentResourceOptions options) => new(
        "cache",
        new CacheArgs<ClassicCacheSettings>(Fixture.Placement(), new ClassicCacheSettings(tier, 1), Exposure.Public, Protect: false),
        options);
}
