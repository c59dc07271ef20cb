namespace ReleaseInfra.Rehearsal.Arm.Wire;

/// <summary>The types whose wire form is not the usual one.</summary>
internal static class WireForms
{
    private static readonly WireForm Usual = new();

    private static readonly WireForm Site = new()
    {
        // Settings stand in config/web and config/appsettings; the site itself shows only what image it runs.
        Hidden = ["siteConfig.experiments", "siteConfig.appSettings", "siteConfig.connectionStrings"],
    };

    private static readonly Dictionary<string, WireForm> ByToken = new(StringComparer.Ordinal)
    {
        ["azure-native:app:ContainerApp"] = new()
        {
            ReadOnly =
            [
                "provisioningState", "runningStatus", "deploymentErrors", "latestRevisionName", "latestReadyRevisionName", "latestRevisionFqdn",
                "customDomainVerificationId", "outboundIpAddresses", "eventStreamEndpoint", "configuration.ingress.fqdn",
                "identity.principalId", "identity.tenantId",
            ],
            Defaults =
            [
                ("configuration.activeRevisionsMode", "Single"),
                ("configuration.maxInactiveRevisions", 100d),
                ("configuration.ingress.traffic", new[] { new Dictionary<string, object> { ["latestRevision"] = true, ["weight"] = 100d } }),
            ],
        },
        ["azure-native:dbforpostgresql:Server"] = new()
        {
            ReadOnly =
            [
                "fullyQualifiedDomainName", "state", "minorVersion", "replicaCapacity", "privateEndpointConnections", "backup.earliestRestoreDate",
                "highAvailability.state", "network.publicNetworkAccess", "identity.principalId", "identity.tenantId",
            ],
            // How the server was made is no state of it.
            Hidden = ["createMode", "pointInTimeUTC"],
        },
        ["azure-native:dbforpostgresql:BackupsAutomaticAndOnDemand"] = new() { ReadOnly = ["backupType", "completedTime", "source"] },
        ["azure-native:web:WebApp"] = Site,
        ["azure-native:web:WebAppSlot"] = Site with { HasPathAsName = true },
        ["azure-native:redis:Redis"] = new() { Inside = ["sku"] },
        ["azure-native:operationalinsights:Workspace"] = new() { Inside = ["sku"] },
        ["azure-native:containerinstance:ContainerGroup"] = new() { Inside = ["sku"], Lists = ["containers", "initContainers"] },
        ["azure-native:appconfiguration:KeyValue"] = new() { Inside = ["tags"] },
        ["azure-native:network:VirtualNetwork"] = new() { Lists = ["subnets", "virtualNetworkPeerings"] },
        ["azure-native:network:Subnet"] = new() { Lists = ["delegations"] },
        ["azure-native:network:NetworkSecurityGroup"] = new() { Lists = ["securityRules"] },
        ["azure-native:network:PrivateEndpoint"] = new()
        {
            Lists = ["privateLinkServiceConnections", "manualPrivateLinkServiceConnections", "ipConfigurations"],
        },
        ["azure-native:network:PrivateDnsZoneGroup"] = new() { Lists = ["privateDnsZoneConfigs"] },
        ["azure-native:storage:StorageAccount"] = new()
        {
            Renamed = [("enableHttpsTrafficOnly", "supportsHttpsTrafficOnly"), ("networkRuleSet", "networkAcls"), ("enableNfsV3", "isNfsV3Enabled")],
        },
        ["azure-native:applicationinsights:Component"] = new()
        {
            Renamed = [("applicationType", "Application_Type"), ("flowType", "Flow_Type"), ("requestSource", "Request_Source")],
        },
    };

    public static WireForm Of(string token) => ByToken.GetValueOrDefault(token, Usual);
}
