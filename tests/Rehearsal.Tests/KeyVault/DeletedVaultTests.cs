using ReleaseInfra.Rehearsal.Resources;
using static ReleaseInfra.Rehearsal.Tests.SmallAzure;

namespace ReleaseInfra.Rehearsal.Tests.KeyVault;

public sealed class DeletedVaultTests
{
    private const string Type = "azure-native:keyvault:Vault";

    private static readonly string VaultId = Id("Microsoft.KeyVault/vaults/kv-shop");

    [Test]
    public async Task Rejects_TheNameOfADeletedVault()
    {
        using var small = await OpenAsync();
        await DeletedAsync(small);
        await small.PutAsync("azure-native:resources:ResourceGroup", ("resourceGroupName", "rg-other"));

        var refusal = await small.RefusalOfAsync(Type, ("resourceGroupName", "rg-other"), ("vaultName", "KV-shop"));

        Assert.That((refusal.Status, refusal.Code), Is.EqualTo((409, "ConflictError")));
        Assert.That(refusal.Message, Is.EqualTo(
            "Microsoft.KeyVault/vaults 'KV-shop': a vault with the same name exists in deleted state since 2026-03-02T09:00:00.0000000+00:00, and is " +
            "purged at 2026-03-09T09:00:00.0000000+00:00. Recover it (properties.createMode: recover), purge it, or choose another name."));
    }

    [Test]
    public async Task Purge_FreesTheName()
    {
        using var small = await OpenAsync();
        await DeletedAsync(small);

        await small.Azure.DeletedVaults.PurgeAsync("kv-shop", default);

        Assert.That((await small.PutAsync(Type, ("vaultName", "kv-shop"))).IsNew, Is.True);
    }

    [Test]
    public async Task Purge_OfAProtectedVault_IsRefused()
    {
        using var small = await OpenAsync();
        await DeletedAsync(small, isProtected: true);

        Assert.That(await RefusalAsync(() => small.Azure.DeletedVaults.PurgeAsync("kv-shop", default)), Is.EqualTo(new AzureError(
            405,
            "MethodNotAllowed",
            "Operation 'DeletedVaultPurge' is not allowed: the vault 'kv-shop' is protected from purging until 2026-03-09T09:00:00.0000000+00:00.",
            VaultId)));
    }

    [Test]
    public async Task Recover_BringsTheSecretsBack()
    {
        using var small = await OpenAsync();
        await DeletedAsync(small);

        await small.Azure.DeletedVaults.RecoverAsync("kv-shop", default);

        Assert.That((await small.Azure.Resources.ListAsync(VaultId, default)).Select(found => found.AzureName), Is.EqualTo(new[] { "kv-shop", "key" }));
        Assert.That(await small.Azure.DeletedVaults.ListAsync(default), Is.Empty);
    }

    [Test]
    public async Task CreateModeRecover_BringsTheSecretsBack()
    {
        using var small = await OpenAsync();
        await DeletedAsync(small);

        await small.PutAsync(Type, ("vaultName", "kv-shop"), ("properties", Map(("createMode", "recover"), ("softDeleteRetentionInDays", 7))));

        Assert.That(await small.Azure.Resources.ListAsync(VaultId, default), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task CreateModeRecover_OfNothing_IsRefused()
    {
        using var small = await OpenAsync();

        var refusal = await small.RefusalOfAsync(Type, ("vaultName", "kv-shop"), ("properties", Map(("createMode", "recover"))));

        Assert.That((refusal.Status, refusal.Code), Is.EqualTo((404, "DeletedVaultNotFound")));
    }

    [Test]
    public async Task Retention_Over_ThePurgeHappensByItself()
    {
        using var small = await OpenAsync();
        await DeletedAsync(small, isProtected: true);

        small.Time.Advance(TimeSpan.FromDays(7));

        Assert.That(await small.Azure.DeletedVaults.ListAsync(default), Is.Empty);
    }

    [Test]
    public async Task Group_Deleted_ItsVaultIsInDeletedState()
    {
        using var small = await OpenAsync();
        await small.PutAsync(Type, ("vaultName", "kv-shop"));

        await small.Azure.Resources.DeleteAsync(Group, default);

        Assert.That((await small.Azure.DeletedVaults.ListAsync(default)).Select(vault => vault.Name), Is.EqualTo(new[] { "kv-shop" }));
        Assert.That((await RefusalAsync(() => small.Azure.DeletedVaults.RecoverAsync("kv-shop", default))).Code, Is.EqualTo("ResourceGroupNotFound"));
    }

    [Test]
    public async Task Rejects_WhatWasNeverDeleted()
    {
        using var small = await OpenAsync();
        await small.PutAsync(Type, ("vaultName", "kv-shop"));

        var expected = new AzureError(404, "DeletedVaultNotFound", "There is no deleted vault 'kv-shop'.", "kv-shop");
        Assert.That(await RefusalAsync(() => small.Azure.DeletedVaults.PurgeAsync("kv-shop", default)), Is.EqualTo(expected));
        Assert.That(await RefusalAsync(() => small.Azure.DeletedVaults.RecoverAsync("kv-shop", default)), Is.EqualTo(expected));
    }

    [Test]
    public async Task Rejects_PurgeProtectionSwitchedOff()
    {
        using var small = await OpenAsync();
        await small.PutAsync(Type, ("vaultName", "kv-shop"), ("properties", Map(("enablePurgeProtection", true))));

        Assert.That(
            (await small.RefusalOfAsync(Type, ("vaultName", "kv-shop"))).Message,
            Is.EqualTo("Microsoft.KeyVault/vaults 'kv-shop': enablePurgeProtection cannot be set to false: once on, it is for ever."));
    }

    [TestCase(6)]
    [TestCase(91)]
    public async Task Rejects_Retention(int days)
    {
        using var small = await OpenAsync();

        Assert.That(
            (await small.RefusalOfAsync(Type, ("vaultName", "kv-shop"), ("properties", Map(("softDeleteRetentionInDays", days))))).Message,
            Does.EndWith($"a deleted vault is kept for 7 to 90 days, not for {days}."));
    }

    private static async Task<PutResult> DeletedAsync(SmallAzure small, bool isProtected = false)
    {
        var put = await small.PutAsync(
            Type,
            ("vaultName", "kv-shop"),
            ("properties", Map(("softDeleteRetentionInDays", 7), ("enablePurgeProtection", isProtected))));
        await small.PutAsync("azure-native:keyvault:Secret", ("vaultName", "kv-shop"), ("secretName", "key"));
        await small.Azure.Resources.DeleteAsync(VaultId, default);
        return put;
    }
}
