namespace ReleaseInfra.Rehearsal.Rules.References;

/// <summary>Where a type names other resources by their ids.</summary>
internal static class LinkPaths
{
    private static readonly string[] Identities = ["identity.userAssignedIdentities[]"];

    private static readonly string[] ContainerWorkload =
    [
        "environmentId",
        "managedEnvironmentId",
        "configuration.registries[].identity",
        "configuration.secrets[].identity",
        "configuration.identitySettings[].identity",
        .. Identities,
    ];

    private static readonly string[] Site = ["serverFarmId", "virtualNetworkSubnetId", "keyVaultReferenceIdentity", .. Identities];

    private static readonly Dictionary<string, string[]> ByType = new(StringComparer.Ordinal)
    {
        ["azure-native:app:ContainerApp"] = ContainerWorkload,
        ["azure-native:app:Job"] = ContainerWorkload,
        ["azure-native:app:ManagedEnvironment"] = ["vnetConfiguration.infrastructureSubnetId"],
        ["azure-native:web:WebApp"] = Site,
        ["azure-native:web:WebAppSlot"] = Site,
        ["azure-native:dbforpostgresql:Server"] =
            ["network.delegatedSubnetResourceId", "network.privateDnsZoneArmResourceId", "sourceServerResourceId", .. Identities],
        ["azure-native:redis:Redis"] = ["subnetId", .. Identities],
        ["azure-native:redisenterprise:RedisEnterprise"] = Identities,
        ["azure-native:containerregistry:Registry"] = Identities,
        ["azure-native:containerinstance:ContainerGroup"] = ["subnetIds[].id", .. Identities],
        ["azure-native:applicationinsights:Component"] = ["workspaceResourceId"],
        ["azure-native:monitor:DiagnosticSetting"] = ["resourceUri", "workspaceId", "storageAccountId"],
        ["azure-native:monitor:MetricAlert"] = ["scopes[]", "actions[].actionGroupId"],
        ["azure-native:monitor:ScheduledQueryRule"] = ["scopes[]", "actions.actionGroups[]"],
        ["azure-native:monitor:ActivityLogAlert"] = ["scopes[]", "actions.actionGroups[].actionGroupId"],
        ["azure-native:monitor:AutoscaleSetting"] = ["targetResourceUri"],
        ["azure-native:network:Subnet"] = ["networkSecurityGroup.id"],
        ["azure-native:network:PrivateEndpoint"] = ["subnet.id", "privateLinkServiceConnections[].privateLinkServiceId"],
        ["azure-native:network:PrivateDnsZoneGroup"] = ["privateDnsZoneConfigs[].privateDnsZoneId"],
        ["azure-native:privatedns:VirtualNetworkLink"] = ["virtualNetwork.id"],
        ["azure-native:authorization:RoleAssignment"] = ["scope"],
        ["azure-native:authorization:ManagementLockByScope"] = ["scope"],
    };

    public static IReadOnlyCollection<string> Types => ByType.Keys;

    public static IReadOnlyList<string> Of(string type) => ByType.GetValueOrDefault(type, []);

    /// <summary>Whether what is named there cannot go first. What hangs on a resource goes with it instead.</summary>
    public static bool Holds(string path) => path is not ("scope" or "resourceUri" or "scopes[]");
}
