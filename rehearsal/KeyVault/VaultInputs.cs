using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.KeyVault;

/// <summary>What a vault's inputs say, with Azure's defaults.</summary>
internal sealed class VaultInputs(AzureResource vault)
{
    public const string Type = "azure-native:keyvault:Vault";

    public const int DefaultRetention = 90;

    public bool IsPurgeProtected => vault.Declared.Flag("properties.enablePurgeProtection", otherwise: false);

    public int RetentionDays => vault.Declared.Whole("properties.softDeleteRetentionInDays", DefaultRetention);

    public bool IsRecovery => vault.Declared.TextOrNull("properties.createMode") is "recover";
}
