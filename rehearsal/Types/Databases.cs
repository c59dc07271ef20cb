namespace ReleaseInfra.Rehearsal.Types;

/// <summary>PostgreSQL Flexible Server.</summary>
internal static class Databases
{
    private const string Server = "Microsoft.DBforPostgreSQL/flexibleServers/{serverName}";

    public static void Register(Dictionary<string, ResourceRule> rules)
    {
        rules["azure-native:dbforpostgresql:Server"] = new ArmType(Server)
        {
            Fixed =
            [
                "administratorLogin",
                "backup.geoRedundantBackup",
                "network.delegatedSubnetResourceId",
                "sourceServerResourceId",
                "pointInTimeUTC",
            ],
            Secret = ["administratorLoginPassword"],
            Adds = AddServer,
        }.Rule();
        rules["azure-native:dbforpostgresql:Database"] =
            new ArmType(Server + "/databases/{databaseName}") { Fixed = ["charset", "collation"] }.Rule();
        rules["azure-native:dbforpostgresql:FirewallRule"] =
            new ArmType(Server + "/firewallRules/{firewallRuleName}").Rule();
        rules["azure-native:dbforpostgresql:Configuration"] =
            new ArmType(Server + "/configurations/{configurationName}").Rule();
        rules["azure-native:dbforpostgresql:AdministratorsMicrosoftEntra"] =
            new ArmType(Server + "/administrators/{objectId}").Rule();
        rules["azure-native:dbforpostgresql:VirtualEndpoint"] =
            new ArmType(Server + "/virtualEndpoints/{virtualEndpointName}").Rule();
        rules["azure-native:dbforpostgresql:BackupsAutomaticAndOnDemand"] =
            new ArmType(Server + "/backups/{backupName}").Rule();
    }

    private static void AddServer(ArmResource server)
    {
        // Azure takes the password and never gives it back.
        server.Outputs.Remove("administratorLoginPassword");
        server.Outputs["fullyQualifiedDomainName"] = $"{server.Name.ToLowerInvariant()}.postgres.database.azure.com";
        server.Outputs["state"] = "Ready";
    }
}
