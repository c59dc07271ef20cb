using ReleaseInfra.Rehearsal.AppService;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.KeyVault;

/// <summary>Versions of vaults' secrets that a resource refers to.</summary>
internal static class UsedSecrets
{
    public static IEnumerable<SecretAddress> Of(AzureResource resource) => resource.Type switch
    {
        "azure-native:app:ContainerApp" or "azure-native:app:Job" => In(resource, "configuration.secrets[].keyVaultUrl"),
        SlotRules.SiteType or SlotRules.SlotType => In(resource, "siteConfig.appSettings[].value"),
        _ => [],
    };

    private static IEnumerable<SecretAddress> In(AzureResource resource, string path) =>
        resource.Select(path).OfType<string>().Select(SecretAddress.Find).OfType<SecretAddress>();
}
