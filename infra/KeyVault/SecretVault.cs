using Pulumi;
using Pulumi.AzureNative.KeyVault;
using Pulumi.AzureNative.KeyVault.Inputs;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Infra.KeyVault;

/// <summary>The environment's secrets, readable by role only.</summary>
public sealed class SecretVault : ComponentResource
{
    public SecretVault(string name, SecretVaultArgs args, ComponentResourceOptions? options = null)
        : base("release-infra:keyVault:SecretVault", name, options)
    {
        var vault = new Vault(
            name,
            new VaultArgs
            {
                VaultName = args.Placement.Names.Vault.Value,
                ResourceGroupName = args.Placement.ResourceGroup,
                Location = args.Placement.Location,
                Tags = args.Placement.Tags,
                Properties = Properties(args),
            },
            new CustomResourceOptions { Parent = this, Protect = args.Protect });

        Id = vault.Id;
        Name = vault.Name;
        Uri = vault.Properties.Apply(properties => properties.VaultUri);
        RegisterOutputs();
    }

    public Output<string> Id { get; }

    public Output<string> Name { get; }

    /// <summary>With a slash at its end.</summary>
    [Output("uri")]
    public Output<string> Uri { get; private set; }

    private static VaultPropertiesArgs Properties(SecretVaultArgs args)
    {
        var properties = new VaultPropertiesArgs
        {
            TenantId = args.Account.TenantId,
            Sku = new SkuArgs
            {
                Family = SkuFamily.A,
                Name = args.Settings.Sku == VaultSku.Premium ? SkuName.Premium : SkuName.Standard,
            },
            // Stated: what a vault gets by default depends on the API version that creates it.
            EnableRbacAuthorization = true,
            EnableSoftDelete = true,
            SoftDeleteRetentionInDays = args.Settings.SoftDeleteDays,
            PublicNetworkAccess = args.Exposure == Exposure.Public ? "enabled" : "disabled",
            NetworkAcls = new NetworkRuleSetArgs
            {
                // Resource Manager, which writes this program's secrets, is let in as a trusted service.
                Bypass = NetworkRuleBypassOptions.AzureServices,
                DefaultAction = args.Exposure == Exposure.Public ? NetworkRuleAction.Allow : NetworkRuleAction.Deny,
            },
        };
        // Azure takes true or nothing: "false" is refused once it has been true.
        if (args.Settings.PurgeProtection)
            properties.EnablePurgeProtection = true;
        return properties;
    }
}
