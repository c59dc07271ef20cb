using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Infra.KeyVault;

/// <param name="Protect">Pulumi refuses to delete or replace the vault.</param>
public sealed record SecretVaultArgs(
    Placement Placement,
    AzureAccount Account,
    VaultSettings Settings,
    Exposure Exposure,
    bool Protect);
