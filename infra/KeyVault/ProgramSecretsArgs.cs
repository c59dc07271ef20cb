using Pulumi;

namespace ReleaseInfra.Infra.KeyVault;

/// <param name="VaultUri">With a slash at its end.</param>
public sealed record ProgramSecretsArgs(
    Placement Placement,
    Output<string> VaultName,
    Output<string> VaultUri,
    Output<string> DatabaseUrl,
    Output<string> CacheUrl,
    Output<string> TelemetryConnection);
