using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Infra.KeyVault;
using ReleaseInfra.Tests.Support.Programs;

namespace ReleaseInfra.Infra.Tests.KeyVault;

public sealed class SecretVaultTests
{
    [Test]
    public async Task Vault_IsReadByRole()
    {
        var vault = await DeclareAsync(Exposure.Public, purgeProtection: true);

        Assert.That(vault["properties.enableRbacAuthorization"], Is.True);
        Assert.That(vault["properties.enableSoftDelete"], Is.True);
        Assert.That(vault["properties.softDeleteRetentionInDays"], Is.EqualTo(90));
        Assert.That(vault["properties.enablePurgeProtection"], Is.True);
        Assert.That(vault["properties.tenantId"], Is.EqualTo("the-tenant"));
        Assert.That(vault.Protect, Is.True);
    }

    // Azure refuses "false" once it has been true.
    [Test]
    public async Task PurgeProtection_Off_IsLeftOut() =>
        Assert.That((await DeclareAsync(Exposure.Public, purgeProtection: false))["properties.enablePurgeProtection"], Is.Null);

    [TestCase(Exposure.Public, "enabled", "Allow")]
    [TestCase(Exposure.Private, "disabled", "Deny")]
    public async Task Exposure_DecidesThePublicEndpoint(Exposure exposure, string access, string action)
    {
        var vault = await DeclareAsync(exposure, purgeProtection: false);

        Assert.That(vault["properties.publicNetworkAccess"], Is.EqualTo(access));
        Assert.That(vault["properties.networkAcls.defaultAction"], Is.EqualTo(action));
        Assert.That(vault["properties.networkAcls.bypass"], Is.EqualTo("AzureServices"));
    }

    private static async Task<DeclaredResource> DeclareAsync(Exposure exposure, bool purgeProtection)
    {
        var declared = await ProgramRecorder.RunAsync(options => _ = new SecretVault(
            "vault",
            new SecretVaultArgs(
                Fixture.Placement(), Fixture.Account(), new VaultSettings(null, VaultSku.Standard, 90, purgeProtection), exposure, Protect: true),
            options));
        return declared.The("keyvault:Vault");
    }
}
