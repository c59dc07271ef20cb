namespace ReleaseInfra.Cli.Engine.Protection;

/// <summary>Types whose deletion takes with it what nothing in this repository can make again.</summary>
internal static class DataResources
{
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "azure-native:appconfiguration:ConfigurationStore",
        "azure-native:containerregistry:Registry",
        "azure-native:dbforpostgresql:Database",
        "azure-native:dbforpostgresql:Server",
        "azure-native:keyvault:Key",
        "azure-native:keyvault:Vault",
        "azure-native:operationalinsights:Workspace",
        "azure-native:redis:Redis",
        "azure-native:redisenterprise:Database",
        "azure-native:redisenterprise:RedisEnterprise",
        "azure-native:resources:ResourceGroup",
        "azure-native:storage:BlobContainer",
        "azure-native:storage:StorageAccount",
    };

    public static bool HoldsData(StackResource resource) => Types.Contains(resource.Type);
}
