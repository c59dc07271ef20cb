using ReleaseInfra.Rehearsal.KeyVault;
using ReleaseInfra.Rehearsal.Registry;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Rehearsal.Resources;

/// <summary>Images and secrets stand outside of Resource Manager: what a resource newly refers to is taken to be there.</summary>
internal static class Referred
{
    /// <param name="existing">What it referred to before may have been deleted since, and stays so.</param>
    public static AzureState Note(AzureState state, AzureResource? existing, AzureResource desired, DateTimeOffset now)
    {
        var images = UsedImages.Of(desired).Except(existing is null ? [] : UsedImages.Of(existing)).ToArray();
        if (images.Length > 0)
            state = state with { Images = state.Images.Union(images.Select(image => image.ToString())) };

        foreach (var address in UsedSecrets.Of(desired).Except(existing is null ? [] : UsedSecrets.Of(existing)))
        {
            if (!state.SecretVersions.ContainsKey(address.Key))
                state = With(state, new SecretVersion(address.Vault, address.Name, address.Version, Enabled: true, null, null, now));
        }

        return desired.Type == VaultSecrets.SecretType ? With(state, VersionOf(state, desired, now)) : state;
    }

    /// <param name="going">All that is deleted with it.</param>
    public static AzureState Forget(AzureState state, AzureResource gone, AzureResource[] going) => gone.Type switch
    {
        RegistryImages.RegistryType => state with
        {
            Images = state.Images.Except(RegistryImages.In(state)
                .Where(image => ResourceIds.Same(image.Server, RegistryImages.ServerOf(gone)))
                .Select(image => image.ToString())),
        },
        // With its vault it only waits for that one's recovery.
        VaultSecrets.SecretType when !going.Any(other => other.Type == VaultInputs.Type) =>
            VaultSecrets.Without(state, gone.Declared.Text("vaultName"), gone.AzureName),
        _ => state,
    };

    private static SecretVersion VersionOf(AzureState state, AzureResource secret, DateTimeOffset now)
    {
        var properties = (IReadOnlyDictionary<string, object>)secret.Outputs["properties"];
        var address = SecretAddress.Find((string)properties["secretUriWithVersion"])!;
        var (declared, before) = (secret.Declared, state.SecretVersions.GetValueOrDefault(address.Key));
        return new SecretVersion(
            address.Vault,
            address.Name,
            address.Version,
            declared.Flag("properties.attributes.enabled", otherwise: true),
            Time(declared, "properties.attributes.notBefore"),
            Time(declared, "properties.attributes.expires"),
            before?.Created ?? now);
    }

    /// <summary>Resource Manager takes seconds since 1970.</summary>
    private static DateTimeOffset? Time(DeclaredResource secret, string path) =>
        secret.Whole(path, 0) is > 0 and var seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static AzureState With(AzureState state, SecretVersion version) =>
        state with { SecretVersions = state.SecretVersions.SetItem(version.Key, version) };
}
