namespace ReleaseInfra.Cli.Azure.Resources;

/// <summary>Stable versions that have all that is read and written here.</summary>
internal static class ApiVersions
{
    public const string ContainerApps = "2025-07-01";
    public const string Postgres = "2025-08-01";
    public const string Sites = "2025-05-01";
    public const string Metrics = "2024-02-01";
    public const string ResourceGraph = "2022-10-01";
    public const string Vaults = "7.4";
}
