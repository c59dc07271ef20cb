namespace ReleaseInfra.Rehearsal.Types;

internal static class Vaults
{
    public static void Register(Dictionary<string, ResourceRule> rules)
    {
        rules["azure-native:keyvault:Vault"] = new ArmType("Microsoft.KeyVault/vaults/{vaultName}")
        {
            Fixed = ["properties.softDeleteRetentionInDays"],
            Adds = vault => vault.Outputs["properties"] = new Dictionary<string, object>
            {
                ["vaultUri"] = Uri(vault.Name),
                ["tenantId"] = vault.Declared.TextOrNull("properties.tenantId") ?? AzureScope.TenantId,
                ["provisioningState"] = "Succeeded",
            },
        }.Rule();
        rules["azure-native:keyvault:Secret"] = new ArmType("Microsoft.KeyVault/vaults/{vaultName}/secrets/{secretName}")
        {
            Secret = ["properties.value"],
            Adds = AddSecret,
        }.Rule();
        rules["azure-native:appconfiguration:ConfigurationStore"] =
            new ArmType("Microsoft.AppConfiguration/configurationStores/{configStoreName}")
            {
                Adds = store => store.Outputs["endpoint"] = $"https://{store.Name.ToLowerInvariant()}.azconfig.io",
            }.Rule();
        rules["azure-native:appconfiguration:KeyValue"] =
            new ArmType("Microsoft.AppConfiguration/configurationStores/{configStoreName}/keyValues/{keyValueName}").Rule();
    }

    private static void AddSecret(ArmResource secret)
    {
        var uri = $"{Uri(secret.Declared.Text("vaultName"))}secrets/{secret.Name}";
        secret.Outputs["properties"] = new Dictionary<string, object>
        {
            ["secretUri"] = uri,
            // From the secret's name and never from its value: what follows from a value tells something of it.
            ["secretUriWithVersion"] = $"{uri}/{secret.Hex("version", 32)}",
        };
    }

    private static string Uri(string vault) => $"https://{vault.ToLowerInvariant()}.vault.azure.net/";
}
