using ReleaseInfra.Domain.Names;

namespace ReleaseInfra.Cli.Azure;

/// <summary>The services of an environment that have hosts of their own. No other host is ever given a token.</summary>
internal sealed record EnvironmentHosts(string Registry, string Vault)
{
    public static EnvironmentHosts Of(AzureNames names) => new(
        $"{names.Registry.Value.ToLowerInvariant()}.azurecr.io",
        $"{names.Vault.Value.ToLowerInvariant()}.vault.azure.net");
}
