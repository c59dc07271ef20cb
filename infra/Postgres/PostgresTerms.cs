using Pulumi.AzureNative.DBforPostgreSQL;
using Pulumi.AzureNative.DBforPostgreSQL.Inputs;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Infra.Postgres;

/// <summary>The settings in Azure's words.</summary>
internal static class PostgresTerms
{
    public static SkuTier Tier(DatabaseTier tier) => tier switch
    {
        DatabaseTier.Burstable => SkuTier.Burstable,
        DatabaseTier.GeneralPurpose => SkuTier.GeneralPurpose,
        DatabaseTier.MemoryOptimized => SkuTier.MemoryOptimized,
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, "PostgreSQL has Burstable, GeneralPurpose and MemoryOptimized."),
    };

    public static PostgreSqlFlexibleServerHighAvailabilityMode Availability(DatabaseAvailability availability) => availability switch
    {
        DatabaseAvailability.Disabled => PostgreSqlFlexibleServerHighAvailabilityMode.Disabled,
        DatabaseAvailability.SameZone => PostgreSqlFlexibleServerHighAvailabilityMode.SameZone,
        DatabaseAvailability.ZoneRedundant => PostgreSqlFlexibleServerHighAvailabilityMode.ZoneRedundant,
        _ => throw new ArgumentOutOfRangeException(
            nameof(availability), availability, "High availability is Disabled, SameZone or ZoneRedundant."),
    };

    public static NetworkArgs Network(DatabaseNetwork network) => network switch
    {
        PublicDatabaseNetwork => new NetworkArgs { PublicNetworkAccess = ServerPublicNetworkAccessState.Enabled },
        PrivateDatabaseNetwork reached => new NetworkArgs
        {
            PublicNetworkAccess = ServerPublicNetworkAccessState.Disabled,
            DelegatedSubnetResourceId = reached.SubnetId,
            PrivateDnsZoneArmResourceId = reached.ZoneId,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(network), network, "A server is reached publicly or privately."),
    };
}
