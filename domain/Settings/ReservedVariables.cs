namespace ReleaseInfra.Domain.Settings;

/// <summary>Variables that a container finds in its environment without being given them, and that nobody else may set.</summary>
public static class ReservedVariables
{
    public const string ReleaseTag = "RELEASE_TAG";
    public const string TelemetryAttributes = "OTEL_RESOURCE_ATTRIBUTES";
    public const string SitePort = "WEBSITES_PORT";
    public const string SiteStorage = "WEBSITES_ENABLE_APP_SERVICE_STORAGE";

    private const string ContainerAppsPrefix = "CONTAINER_APP_";

    private static readonly string[] OfEveryService = [ReleaseTag, TelemetryAttributes];
    private static readonly string[] OfSites = [.. OfEveryService, SitePort, SiteStorage];

    /// <summary>Every such name, for people.</summary>
    public static string Words { get; } = $"{string.Join(", ", OfSites)} or {ContainerAppsPrefix}*";

    /// <summary>Who sets the variable in apps and jobs of Container Apps; null for a name that is free.</summary>
    public static string? OwnerInContainerApps(string name) =>
        name.StartsWith(ContainerAppsPrefix, StringComparison.OrdinalIgnoreCase)
            ? "Container Apps"
            : OwnerAmong(OfEveryService, name);

    /// <summary>Who sets the variable in a site; null for a name that is free.</summary>
    public static string? OwnerInSites(string name) => OwnerAmong(OfSites, name);

    // App Service tells no capitals apart; elsewhere a second spelling of such a name could only be a mistake.
    private static string? OwnerAmong(string[] reserved, string name) =>
        reserved.Contains(name, StringComparer.OrdinalIgnoreCase) ? "the program" : null;
}
