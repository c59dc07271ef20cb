namespace ReleaseInfra.Rehearsal.Types;

/// <summary>Storage accounts and container groups.</summary>
internal static class Storage
{
    public static void Register(Dictionary<string, ResourceRule> rules)
    {
        rules["azure-native:storage:StorageAccount"] = new ArmType("Microsoft.Storage/storageAccounts/{accountName}")
        {
            Fixed = ["kind", "isHnsEnabled"],
            Adds = AddEndpoints,
        }.Rule();
        rules["azure-native:storage:BlobContainer"] =
            new ArmType("Microsoft.Storage/storageAccounts/{accountName}/blobServices/default/containers/{containerName}").Rule();
        rules["azure-native:containerinstance:ContainerGroup"] =
            new ArmType("Microsoft.ContainerInstance/containerGroups/{containerGroupName}")
            {
                Fixed = ["osType", "containers", "ipAddress", "subnetIds", "restartPolicy"],
                Secret = ["containers[].environmentVariables[].secureValue", "imageRegistryCredentials[].password"],
                Adds = group => group.AddIdentity(),
            }.Rule();
    }

    private static void AddEndpoints(ArmResource account) =>
        account.Outputs["primaryEndpoints"] = new Dictionary<string, object>
        {
            ["blob"] = $"https://{account.Name}.blob.core.windows.net/",
            ["queue"] = $"https://{account.Name}.queue.core.windows.net/",
            ["table"] = $"https://{account.Name}.table.core.windows.net/",
        };
}
