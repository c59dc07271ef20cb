using Pulumi;
using Pulumi.AzureNative.RedisEnterprise;
using Pulumi.AzureNative.RedisEnterprise.Inputs;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Infra.Network;

namespace ReleaseInfra.Infra.Redis;

/// <summary>Azure Managed Redis: a cluster with its one database.</summary>
public sealed class ManagedCache : ComponentResource
{
    // Azure knows no other name for a cluster's database.
    private const string DatabaseName = "default";
    private const int Port = 10000;

    public ManagedCache(string name, CacheArgs<ManagedCacheSettings> args, ComponentResourceOptions? options = null)
        : base("release-infra:redis:ManagedCache", name, options)
    {
        var cluster = new RedisEnterprise(
            name,
            new RedisEnterpriseArgs
            {
                ClusterName = args.Placement.Names.ManagedCache.Value,
                ResourceGroupName = args.Placement.ResourceGroup,
                Location = args.Placement.Location,
                Tags = args.Placement.Tags,
                Sku = new SkuArgs { Name = args.Settings.Sku },
                HighAvailability = args.Settings.HighAvailability ? HighAvailability.Enabled : HighAvailability.Disabled,
                MinimumTlsVersion = TlsVersion.TlsVersion_1_2,
                PublicNetworkAccess = args.Exposure == Exposure.Public ? PublicNetworkAccess.Enabled : PublicNetworkAccess.Disabled,
            },
            new CustomResourceOptions { Parent = this, Protect = args.Protect });

        var database = new Database(
            $"{name}-database",
            new DatabaseArgs
            {
                DatabaseName = DatabaseName,
                ClusterName = cluster.Name,
                ResourceGroupName = args.Placement.ResourceGroup,
                ClientProtocol = Protocol.Encrypted,
                Port = Port,
                // One address that any Redis client can use, clustered or not. It cannot be changed afterwards.
                ClusteringPolicy = ClusteringPolicy.EnterpriseCluster,
                EvictionPolicy = EvictionPolicy.VolatileLRU,
                AccessKeysAuthentication = AccessKeysAuthentication.Enabled,
            },
            new CustomResourceOptions { Parent = this, Protect = args.Protect });

        // Named by the database's output: its keys can be asked for only once it exists.
        var keys = Output.CreateSecret(ListDatabaseKeys.Invoke(new ListDatabaseKeysInvokeArgs
        {
            ClusterName = cluster.Name,
            DatabaseName = database.Name,
            ResourceGroupName = args.Placement.ResourceGroup,
        }));
        var password = keys.Apply(found => Uri.EscapeDataString(found.PrimaryKey));
        Endpoint = new CacheEndpoint(
            cluster.Id,
            Output.Format($"rediss://:{password}@{cluster.HostName}:{Port}/0"),
            PrivateLinkKind.ManagedCache);
        RegisterOutputs();
    }

    public CacheEndpoint Endpoint { get; }
}
