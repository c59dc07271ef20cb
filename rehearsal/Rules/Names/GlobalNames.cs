namespace ReleaseInfra.Rehearsal.Rules.Names;

/// <summary>Names that stand in DNS belong to one resource of all of Azure; here, of all resource groups that are held.</summary>
internal static class GlobalNames
{
    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["azure-native:keyvault:Vault"] = "VaultAlreadyExists",
        ["azure-native:storage:StorageAccount"] = "StorageAccountAlreadyTaken",
        ["azure-native:containerregistry:Registry"] = "AlreadyInUse",
        ["azure-native:dbforpostgresql:Server"] = "ServerNameAlreadyExists",
        ["azure-native:redis:Redis"] = "NameNotAvailable",
        ["azure-native:redisenterprise:RedisEnterprise"] = "NameNotAvailable",
        ["azure-native:web:WebApp"] = "Conflict",
        ["azure-native:appconfiguration:ConfigurationStore"] = "NameUnavailable",
    };

    public static void Check(PutRequest put)
    {
        if (put.Existing is not null || !Codes.TryGetValue(put.Desired.Type, out var code))
            return;

        var holder = put.State.OfType(put.Desired.Type)
            .FirstOrDefault(other => other.AzureName.Equals(put.Desired.AzureName, StringComparison.OrdinalIgnoreCase));
        if (holder is null)
            return;

        throw put.Conflict(
            code, put.Desired.Id, $"the name is already in use, by '{holder.Id}'. Such names are unique in all of Azure; choose another.");
    }
}
