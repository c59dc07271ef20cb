namespace ReleaseInfra.Domain.Settings;

public enum DatabaseTier
{
    Burstable,
    GeneralPurpose,
    MemoryOptimized,
}

public enum DatabaseAvailability
{
    Disabled,
    SameZone,
    ZoneRedundant,
}

/// <summary>PostgreSQL Flexible Server.</summary>
public sealed record DatabaseSettings
{
    /// <summary>Null for the name that follows from application and stack.</summary>
    public required string? ServerName { get; init; }

    public required DatabaseTier Tier { get; init; }

    /// <summary>As in <c>Standard_B1ms</c>; of the stated tier.</summary>
    public required string Sku { get; init; }

    /// <summary>Major version.</summary>
    public required string Version { get; init; }

    /// <summary>GiB. Azure grows storage and never shrinks it.</summary>
    public required int StorageGb { get; init; }

    public required string DatabaseName { get; init; }

    /// <summary>Cannot be changed once the server exists.</summary>
    public required string AdministratorLogin { get; init; }

    /// <summary>Not on <see cref="DatabaseTier.Burstable"/>.</summary>
    public required DatabaseAvailability HighAvailability { get; init; }

    /// <summary>7..35.</summary>
    public required int BackupRetentionDays { get; init; }

    /// <summary>Cannot be changed once the server exists.</summary>
    public required bool GeoRedundantBackup { get; init; }
}

/// <summary>The application's Redis.</summary>
public abstract record CacheSettings
{
    private protected CacheSettings()
    {
    }
}

/// <summary>Azure Managed Redis.</summary>
/// <param name="Sku">As in <c>Balanced_B0</c>.</param>
/// <param name="HighAvailability">A replica; off only where losing the cache is harmless.</param>
public sealed record ManagedCacheSettings(string Sku, bool HighAvailability) : CacheSettings;

public enum ClassicCacheTier
{
    Basic,
    Standard,
}

/// <summary>Azure Cache for Redis. Tenants without one since before April 2026 cannot create it; it retires in 2028.</summary>
/// <param name="Capacity">C0..C6.</param>
public sealed record ClassicCacheSettings(ClassicCacheTier Tier, int Capacity) : CacheSettings;

public enum VaultSku
{
    Standard,
    Premium,
}

/// <param name="Name">Null for the name that follows from application and stack.</param>
/// <param name="SoftDeleteDays">7..90; fixed at creation.</param>
/// <param name="PurgeProtection">Cannot be taken back.</param>
public sealed record VaultSettings(string? Name, VaultSku Sku, int SoftDeleteDays, bool PurgeProtection);

/// <param name="LockData">A CanNotDelete lock on database, cache and vault.</param>
public sealed record ProtectionSettings(bool LockData);
