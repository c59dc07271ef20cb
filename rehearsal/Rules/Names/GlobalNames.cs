using ReleaseInfra.Rehearsal.Store;

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

    /// <summary>Whether names of the type stand in DNS.</summary>
    public static bool Concern(string type) => Codes.ContainsKey(type);

    public static void Check(PutRequest put)
    {
        if (put.Existing is not null || !Codes.TryGetValue(put.Desired.Type, out var code))
            return;

        if (put.State.HolderOf(Claims.Name(put.Desired)) is { } holder)
        {
            throw put.Conflict(
                code, put.Desired.Id, $"the name is already in use, by '{holder.Id}'. Such names are unique in all of Azure; choose another.");
        }
    }
}
