using Pulumi;
using Pulumi.AzureNative.Redis;
using Pulumi.AzureNative.Redis.Inputs;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Infra.Network;

namespace ReleaseInfra.Infra.Redis;

/// <summary>Azure Cache for Redis, for tenants that still may create one.</summary>
public sealed class ClassicCache : ComponentResource
{
    private const int TlsPort = 6380;

    public ClassicCache(string name, CacheArgs<ClassicCacheSettings> args, ComponentResourceOptions? options = null)
        : base("release-infra:redis:ClassicCache", name, options)
    {
        var cache = new Pulumi.AzureNative.Redis.Redis(
            name,
            new RedisArgs
            {
                Name = args.Placement.Names.ClassicCache.Value,
                ResourceGroupName = args.Placement.ResourceGroup,
                Location = args.Placement.Location,
                Tags = args.Placement.Tags,
                Sku = new SkuArgs
                {
                    Name = args.Settings.Tier == ClassicCacheTier.Standard ? SkuName.Standard : SkuName.Basic,
                    Family = SkuFamily.C,
                    Capacity = args.Settings.Capacity,
                },
                EnableNonSslPort = false,
                MinimumTlsVersion = TlsVersion.TlsVersion_1_2,
                PublicNetworkAccess = args.Exposure == Exposure.Public ? PublicNetworkAccess.Enabled : PublicNetworkAccess.Disabled,
            },
            new CustomResourceOptions { Parent = this, Protect = args.Protect });

        var keys = Output.CreateSecret(ListRedisKeys.Invoke(new ListRedisKeysInvokeArgs
        {
            Name = cache.Name,
            ResourceGroupName = args.Placement.ResourceGroup,
        }));
        var password = keys.Apply(found => Uri.EscapeDataString(found.PrimaryKey));
        Endpoint = new CacheEndpoint(
            cache.Id,
            Output.Format($"rediss://:{password}@{cache.HostName}:{TlsPort}/0"),
            PrivateLinkKind.ClassicCache);
        RegisterOutputs();
    }

    public CacheEndpoint Endpoint { get; }
}
