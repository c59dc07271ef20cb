namespace ReleaseInfra.Rehearsal.KeyVault;

/// <summary>A version of a vault's secret, as far as anybody may list it: its value is nowhere here.</summary>
/// <param name="Vault">The vault's name.</param>
/// <param name="NotBefore">Null for from ever on; <paramref name="Expires"/> for never.</param>
public sealed record SecretVersion(
    string Vault, string Name, string Version, bool Enabled, DateTimeOffset? NotBefore, DateTimeOffset? Expires, DateTimeOffset Created)
{
    internal string Key => $"{Vault}/{Name}/{Version}";
}
