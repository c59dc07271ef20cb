using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Infra.KeyVault;
using ReleaseInfra.Infra.Postgres;
using ReleaseInfra.Infra.Protection;
using ReleaseInfra.Infra.Redis;
using ReleaseInfra.Infra.Registry;

namespace ReleaseInfra.Stacks.Composition;

/// <summary>What outlives every release: images, secrets, the database and the cache.</summary>
internal sealed record DataServices(
    ContainerRegistry Registry,
    SecretVault Vault,
    PostgresDatabase Database,
    CacheEndpoint Cache,
    ProgramSecrets Secrets)
{
    public static DataServices Of(EnvironmentSettings settings, Foundation foundation)
    {
        var (placement, protect) = (foundation.Placement, settings.Protection.LockData);
        var registry = new ContainerRegistry("registry", new ContainerRegistryArgs(placement, settings.Registry));
        var vault = new SecretVault(
            "vault", new SecretVaultArgs(placement, foundation.Account, settings.Vault, foundation.Exposure, protect));
        var database = new PostgresDatabase(
            "database", new PostgresDatabaseArgs(placement, settings.Database, DatabaseNetworkOf(foundation), protect));
        var cache = CacheOf(settings, foundation);
        var secrets = new ProgramSecrets(
            "secrets",
            new ProgramSecretsArgs(placement, vault.Name, vault.Uri, database.Url, cache.Url, foundation.Telemetry.ConnectionString));
        if (protect)
        {
            _ = new DataLocks(
                "locks", new DataLocksArgs([("database", database.ServerId), ("cache", cache.Id), ("vault", vault.Id)]));
        }

        return new DataServices(registry, vault, database, cache, secrets);
    }

    private static DatabaseNetwork DatabaseNetworkOf(Foundation foundation) => foundation.Network is { } network
        ? new PrivateDatabaseNetwork(network.DatabaseSubnetId, network.DatabaseZoneId)
        : new PublicDatabaseNetwork();

    private static CacheEndpoint CacheOf(EnvironmentSettings settings, Foundation foundation)
    {
        var (placement, exposure, protect) = (foundation.Placement, foundation.Exposure, settings.Protection.LockData);
        return settings.Cache switch
        {
            ManagedCacheSettings managed => new ManagedCache(
                "cache", new CacheArgs<ManagedCacheSettings>(placement, managed, exposure, protect)).Endpoint,
            ClassicCacheSettings classic => new ClassicCache(
                "cache", new CacheArgs<ClassicCacheSettings>(placement, classic, exposure, protect)).Endpoint,
            _ => throw new ArgumentOutOfRangeException(nameof(settings), settings.Cache, "A cache is managed or classic."),
        };
    }
}
