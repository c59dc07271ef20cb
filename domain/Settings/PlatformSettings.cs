namespace ReleaseInfra.Domain.Settings;

public enum RegistrySku
{
    Basic,
    Standard,
    Premium,
}

/// <param name="Name">Null for the name that follows from application and stack.</param>
public sealed record RegistrySettings(string? Name, RegistrySku Sku);

/// <param name="PinDigests">Tags are resolved when the stack is declared, so that a moved tag cannot change what runs.</param>
public sealed record ImageSettings(bool PinDigests);

public abstract record NetworkSettings
{
    private protected NetworkSettings()
    {
    }
}

/// <summary>Public endpoints with TLS and firewall; no virtual network.</summary>
public sealed record PublicNetworkSettings : NetworkSettings;

/// <summary>Data services without public endpoints, in subnets of the environment's own network.</summary>
/// <param name="AppsSubnet">/27 or larger, for the Container Apps environment; its size is fixed at creation.</param>
/// <param name="SitesSubnet">For App Service's outbound integration.</param>
/// <param name="DatabaseSubnet">/28 or larger, for the PostgreSQL server.</param>
/// <param name="EndpointsSubnet">For private endpoints of cache, vault and registry.</param>
public sealed record PrivateNetworkSettings(
    string AddressSpace,
    string AppsSubnet,
    string SitesSubnet,
    string DatabaseSubnet,
    string EndpointsSubnet) : NetworkSettings;

/// <param name="ZoneRedundant">Fixed at creation; needs a private network and at least two replicas.</param>
public sealed record ContainerEnvironmentSettings(bool ZoneRedundant);

/// <param name="Sku">As in <c>B1</c>, <c>S1</c>, <c>P1v3</c>.</param>
/// <param name="Slots">Whether the SKU has deployment slots; without them a site is released in place.</param>
public sealed record AppServicePlanSettings(string Sku, int Instances, bool ZoneRedundant, bool Slots);

/// <param name="DailyCapGb">Null for no cap.</param>
public sealed record LogSettings(int RetentionDays, decimal? DailyCapGb);

/// <summary>When people are called. Not the release's own gates, which are <see cref="RolloutSettings"/>.</summary>
public sealed record AlertSettings(
    bool Enabled,
    decimal ErrorRatePercent,
    int P95Milliseconds,
    int DatabaseCpuPercent);
