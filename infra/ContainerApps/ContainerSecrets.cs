using Pulumi.AzureNative.App.Inputs;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Infra.Identity;
using ReleaseInfra.Infra.KeyVault;

namespace ReleaseInfra.Infra.ContainerApps;

/// <summary>An app's secrets, each a reference that the app's identity follows into the vault.</summary>
/// <remarks>
/// They belong to the app and not to a revision: every revision reads a name's one value, at its next start. So a name
/// stands for one version at a time, and it stays while any active revision uses it.
/// </remarks>
internal static class ContainerSecrets
{
    public static SecretArgs[] Of(string service, ServiceVariables variables, ProgramSecrets vault, ServiceIdentity identity) =>
    [
        .. variables.Secret
            .Select(secret => secret.Value)
            .DistinctBy(reference => $"{NameOf(reference)}/{(reference as KeptSecret)?.Version}", StringComparer.Ordinal)
            .GroupBy(NameOf, StringComparer.Ordinal)
            .OrderBy(named => named.Key, StringComparer.Ordinal)
            .Select(named => new SecretArgs
            {
                Name = named.Key,
                KeyVaultUrl = vault.UriOf(Single(service, named)),
                Identity = identity.Id,
            }),
    ];

    /// <summary>The vault's name for it, in lower case: the vault takes capitals and Container Apps does not.</summary>
    public static string NameOf(SecretReference reference) => reference switch
    {
        ProgramSecret own => own.Name,
        KeptSecret kept => kept.Name.ToLowerInvariant(),
        _ => throw new ArgumentOutOfRangeException(
            nameof(reference), reference, "A secret is the program's own or kept by people."),
    };

    private static SecretReference Single(string service, IGrouping<string, SecretReference> named)
    {
        var references = named.ToArray();
        return references.Length == 1
            ? references[0]
            : throw new ArgumentException(
                $"{service}: secret '{named.Key}' is referred to in {references.Length} versions; a container app has one at a time.",
                nameof(named));
    }
}
