using System.Text.RegularExpressions;

namespace ReleaseInfra.Rehearsal.KeyVault;

/// <summary>A version of a secret, as workloads refer to it.</summary>
internal sealed partial record SecretAddress(string Vault, string Name, string Version)
{
    public string Key => $"{Vault}/{Name}/{Version}";

    /// <param name="text">That is or holds an address, as in <c>@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/n/1f)</c>.</param>
    /// <returns>Null without a version too: whichever is the latest then is nobody's promise.</returns>
    public static SecretAddress? Find(string text) => Form().Match(text) is { Success: true } match
        ? new SecretAddress(match.Groups["vault"].Value, match.Groups["name"].Value, match.Groups["version"].Value)
        : null;

    [GeneratedRegex(
        @"https://(?<vault>[a-z0-9-]+)\.vault\.azure\.net/secrets/(?<name>[a-z0-9-]+)/(?<version>[a-z0-9]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
