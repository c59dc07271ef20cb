namespace ReleaseInfra.Rehearsal.Types;

/// <summary>Azure Managed Redis, and the classic cache.</summary>
internal static class Caches
{
    public static void Register(Dictionary<string, ResourceRule> rules)
    {
        rules["azure-native:redisenterprise:RedisEnterprise"] = new ArmType("Microsoft.Cache/redisEnterprise/{clusterName}")
        {
            Fixed = ["zones"],
            Adds = AddManaged,
        }.Rule();
        rules["azure-native:redisenterprise:Database"] =
            new ArmType("Microsoft.Cache/redisEnterprise/{clusterName}/databases/{databaseName}")
            {
                DefaultName = "default",
                Fixed = ["clusteringPolicy", "modules", "port", "geoReplication"],
                Adds = database => database.Outputs["resourceState"] = "Running",
            }.Rule();
        rules["azure-native:redisenterprise:AccessPolicyAssignment"] =
            new ArmType("Microsoft.Cache/redisEnterprise/{clusterName}/databases/{databaseName}/accessPolicyAssignments/{accessPolicyAssignmentName}")
                .Rule();
        rules["azure-native:redis:Redis"] = new ArmType("Microsoft.Cache/redis/{name}")
        {
            Fixed = ["subnetId", "zones"],
            Adds = AddClassic,
        }.Rule();
    }

    private static void AddManaged(ArmResource cache)
    {
        cache.AddIdentity();
        cache.Outputs["hostName"] = $"{cache.Name.ToLowerInvariant()}.{cache.Location}.redis.azure.net";
        cache.Outputs["resourceState"] = "Running";
        cache.Outputs["redisVersion"] = "7.4";
    }

    private static void AddClassic(ArmResource cache)
    {
        cache.AddIdentity();
        cache.Outputs["hostName"] = $"{cache.Name.ToLowerInvariant()}.redis.cache.windows.net";
        cache.Outputs["port"] = 6379;
        cache.Outputs["sslPort"] = 6380;
    }
}
