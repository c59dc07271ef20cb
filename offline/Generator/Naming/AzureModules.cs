namespace ReleaseInfra.Offline.Generator.Naming;

/// <summary>Tokens have modules in lower case, and their namespaces follow Azure's own capitals, so no rule makes them.</summary>
internal static class AzureModules
{
    private static readonly string[] Names =
    [
        "App", "AppConfiguration", "ApplicationInsights", "Authorization", "Consumption", "ContainerInstance",
        "ContainerRegistry", "DBforPostgreSQL", "KeyVault", "ManagedIdentity", "Monitor", "Network", "OperationalInsights",
        "Portal", "PrivateDns", "Redis", "RedisEnterprise", "Resources", "Storage", "Web",
    ];

    public static IReadOnlyDictionary<string, string> ByToken { get; } = new SortedDictionary<string, string>(
        Names.ToDictionary(name => name.ToLowerInvariant()), StringComparer.Ordinal);
}
