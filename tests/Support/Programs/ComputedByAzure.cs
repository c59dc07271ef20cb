using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace ReleaseInfra.Tests.Support.Programs;

/// <summary>What the providers add to a resource's inputs, as far as this program reads it.</summary>
internal static class ComputedByAzure
{
    public const string Subscription = "00000000-0000-0000-0000-000000000000";

    // By type: Azure's type, and the inputs that hold its name, outermost first.
    private static readonly Dictionary<string, (string ArmType, string[] NameInputs)> Kinds = new(StringComparer.Ordinal)
    {
        ["azure-native:resources:ResourceGroup"] = ("", ["resourceGroupName"]),
        ["azure-native:operationalinsights:Workspace"] = ("Microsoft.OperationalInsights/workspaces", ["workspaceName"]),
        ["azure-native:applicationinsights:Component"] = ("Microsoft.Insights/components", ["resourceName"]),
        ["azure-native:monitor:DiagnosticSetting"] = ("Microsoft.Insights/diagnosticSettings", ["name"]),
        ["azure-native:monitor:ActionGroup"] = ("Microsoft.Insights/actionGroups", ["actionGroupName"]),
        ["azure-native:monitor:ScheduledQueryRule"] = ("Microsoft.Insights/scheduledQueryRules", ["ruleName"]),
        ["azure-native:monitor:MetricAlert"] = ("Microsoft.Insights/metricAlerts", ["ruleName"]),
        ["azure-native:containerregistry:Registry"] = ("Microsoft.ContainerRegistry/registries", ["registryName"]),
        ["azure-native:managedidentity:UserAssignedIdentity"] = ("Microsoft.ManagedIdentity/userAssignedIdentities", ["resourceName"]),
        ["azure-native:authorization:RoleAssignment"] = ("Microsoft.Authorization/roleAssignments", ["roleAssignmentName"]),
        ["azure-native:authorization:ManagementLockByScope"] = ("Microsoft.Authorization/locks", ["lockName"]),
        ["azure-native:keyvault:Vault"] = ("Microsoft.KeyVault/vaults", ["vaultName"]),
        ["azure-native:keyvault:Secret"] = ("Microsoft.KeyVault/vaults/secrets", ["vaultName", "secretName"]),
        ["azure-native:dbforpostgresql:Server"] = ("Microsoft.DBforPostgreSQL/flexibleServers", ["serverName"]),
        ["azure-native:dbforpostgresql:Database"] = ("Microsoft.DBforPostgreSQL/flexibleServers/databases", ["serverName", "databaseName"]),
        ["azure-native:dbforpostgresql:FirewallRule"] = ("Microsoft.DBforPostgreSQL/flexibleServers/firewallRules", ["serverName", "firewallRuleName"]),
        ["azure-native:redis:Redis"] = ("Microsoft.Cache/redis", ["name"]),
        ["azure-native:redisenterprise:RedisEnterprise"] = ("Microsoft.Cache/redisEnterprise", ["clusterName"]),
        ["azure-native:redisenterprise:Database"] = ("Microsoft.Cache/redisEnterprise/databases", ["clusterName", "databaseName"]),
        ["azure-native:network:VirtualNetwork"] = ("Microsoft.Network/virtualNetworks", ["virtualNetworkName"]),
        ["azure-native:network:Subnet"] = ("Microsoft.Network/virtualNetworks/subnets", ["virtualNetworkName", "subnetName"]),
        ["azure-native:network:NetworkSecurityGroup"] = ("Microsoft.Network/networkSecurityGroups", ["networkSecurityGroupName"]),
        ["azure-native:network:PrivateEndpoint"] = ("Microsoft.Network/privateEndpoints", ["privateEndpointName"]),
        ["azure-native:network:PrivateDnsZoneGroup"] = ("Microsoft.Network/privateEndpoints/privateDnsZoneGroups", ["privateEndpointName", "privateDnsZoneGroupName"]),
        ["azure-native:privatedns:PrivateZone"] = ("Microsoft.Network/privateDnsZones", ["privateZoneName"]),
        ["azure-native:privatedns:VirtualNetworkLink"] = ("Microsoft.Network/privateDnsZones/virtualNetworkLinks", ["privateZoneName", "virtualNetworkLinkName"]),
        ["azure-native:app:ManagedEnvironment"] = ("Microsoft.App/managedEnvironments", ["environmentName"]),
        ["azure-native:app:ContainerApp"] = ("Microsoft.App/containerApps", ["containerAppName"]),
        ["azure-native:app:Job"] = ("Microsoft.App/jobs", ["jobName"]),
        ["azure-native:web:AppServicePlan"] = ("Microsoft.Web/serverfarms", ["name"]),
        ["azure-native:web:WebApp"] = ("Microsoft.Web/sites", ["name"]),
        ["azure-native:web:WebAppSlot"] = ("Microsoft.Web/sites/slots", ["name", "slot"]),
        ["random:index/randomPassword:RandomPassword"] = ("Random/passwords", []),
        ["docker:index/image:Image"] = ("Docker/images", []),
    };

    public static (string Id, ImmutableDictionary<string, object> Computed) For(
        string type, string logicalName, ImmutableDictionary<string, object> inputs)
    {
        if (!Kinds.TryGetValue(type, out var kind))
            throw new NotSupportedException($"No mock creates a {type}.");

        // A name that the program leaves out fails here: Azure would make one up, and this program never lets it.
        var names = kind.NameInputs.Select(input => (string)inputs[input]).DefaultIfEmpty(logicalName).ToArray();
        return (IdOf(kind.ArmType, names, inputs), Computed(type, names, inputs).SetItem("name", names[^1]));
    }

    /// <summary>Of the image by its reference: the same reference, the same digest.</summary>
    public static string Digest(string reference) =>
        $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(reference)))}";

    private static string IdOf(string armType, string[] names, ImmutableDictionary<string, object> inputs)
    {
        var scope = $"/subscriptions/{Subscription}";
        if (armType.Length == 0)
            return $"{scope}/resourceGroups/{names[0]}";

        if (inputs.TryGetValue("resourceGroupName", out var group))
            scope = $"{scope}/resourceGroups/{group}";
        var types = armType.Split('/');
        return $"{scope}/providers/{types[0]}/{string.Join('/', types[1..].Zip(names, (part, name) => $"{part}/{name}"))}";
    }

    private static ImmutableDictionary<string, object> Computed(string type, string[] names, ImmutableDictionary<string, object> inputs) => type switch
    {
        "azure-native:applicationinsights:Component" => Values(("connectionString", Canary.For("telemetry"))),
        "azure-native:containerregistry:Registry" => Values(("loginServer", $"{names[0]}.azurecr.io")),
        "azure-native:managedidentity:UserAssignedIdentity" => Values(
            ("clientId", $"client-id-of-{names[0]}"), ("principalId", $"principal-id-of-{names[0]}")),
        "azure-native:keyvault:Vault" => Values(
            ("properties", Properties(inputs).SetItem("vaultUri", $"https://{names[0]}.vault.azure.net/"))),
        "azure-native:keyvault:Secret" => Values(
            ("properties", Properties(inputs)
                .SetItem("secretUri", $"https://{names[0]}.vault.azure.net/secrets/{names[1]}")
                .SetItem("secretUriWithVersion", $"https://{names[0]}.vault.azure.net/secrets/{names[1]}/version-of-{names[1]}"))),
        "azure-native:dbforpostgresql:Server" => Values(("fullyQualifiedDomainName", $"{names[0]}.postgres.database.azure.com")),
        "azure-native:redis:Redis" => Values(("hostName", $"{names[0]}.redis.cache.windows.net")),
        "azure-native:redisenterprise:RedisEnterprise" => Values(("hostName", $"{names[0]}.{inputs["location"]}.redis.azure.net")),
        "azure-native:app:ManagedEnvironment" => Values(("defaultDomain", $"happy-hill.{inputs["location"]}.azurecontainerapps.io")),
        "azure-native:web:WebApp" => Values(("defaultHostName", $"{names[0]}.azurewebsites.net")),
        "azure-native:web:WebAppSlot" => Values(("defaultHostName", $"{names[0]}-{names[1]}.azurewebsites.net")),
        "random:index/randomPassword:RandomPassword" => Values(("result", Canary.For("password"))),
        "docker:index/image:Image" => Values(("repoDigest", $"{inputs["imageName"]}@{Digest((string)inputs["imageName"])}")),
        _ => ImmutableDictionary<string, object>.Empty,
    };

    private static ImmutableDictionary<string, object> Properties(ImmutableDictionary<string, object> inputs) =>
        (ImmutableDictionary<string, object>)inputs["properties"];

    private static ImmutableDictionary<string, object> Values(params (string Name, object Value)[] values) =>
        values.ToImmutableDictionary(value => value.Name, value => value.Value);
}
