using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.KeyVault;
using ReleaseInfra.Rehearsal.Tests.ContainerApps;
using static ReleaseInfra.Rehearsal.Tests.SmallAzure;

namespace ReleaseInfra.Rehearsal.Tests.KeyVault;

public sealed class VaultSecretsTests
{
    private const string Secret = "azure-native:keyvault:Secret";

    private static readonly string VaultId = Id("Microsoft.KeyVault/vaults/kv-shop");

    [Test]
    public async Task Declared_HasOneVersion_WithItsAttributes()
    {
        using var small = await OpenAsync();
        await small.PutAsync(
            Secret,
            ("vaultName", "kv-shop"),
            ("secretName", "key"),
            ("properties", Map(("value", "planted"), ("attributes", Map(("enabled", false), ("notBefore", 1772442120), ("expires", 1780218120))))));

        var version = (await small.Azure.Secrets.ListAsync("KV-shop", "KEY", default)).Single();

        Assert.That(version with { Version = "" }, Is.EqualTo(new SecretVersion(
            "kv-shop",
            "key",
            "",
            Enabled: false,
            DateTimeOffset.FromUnixTimeSeconds(1772442120),
            DateTimeOffset.FromUnixTimeSeconds(1780218120),
            small.Time.GetUtcNow())));
        Assert.That(version.Version, Does.Match("^[0-9a-f]{32}$"));
    }

    [Test]
    public async Task DeclaredAgain_KeepsItsTime()
    {
        using var small = await OpenAsync();
        var created = small.Time.GetUtcNow();
        await small.PutAsync(Secret, ("vaultName", "kv-shop"), ("secretName", "key"));
        small.Time.Advance(TimeSpan.FromHours(1));

        await small.PutAsync(Secret, ("vaultName", "kv-shop"), ("secretName", "key"), ("tags", Map(("a", "b"))));

        Assert.That((await VersionsAsync(small, "key")).Single().Created, Is.EqualTo(created));
    }

    [Test]
    public async Task ReferredTo_IsThere_AndOutlivesTheProcess()
    {
        using var small = await OpenAsync();
        await ReferAsync(small);
        await small.ReopenAsync();

        Assert.That((await VersionsAsync(small, "api-key")).Select(version => version.Version), Is.EqualTo(new[] { "0a1b" }));
        Assert.That((await VersionsAsync(small, "site-key")).Select(version => version.Version), Is.EqualTo(new[] { "77ff" }));
        Assert.That(await VersionsAsync(small, "latest"), Is.Empty);
    }

    [Test]
    public async Task Deleted_StaysSo_WhateverStillRefersToIt()
    {
        using var small = await OpenAsync();
        await ReferAsync(small);

        await small.Azure.Secrets.DeleteAsync("kv-shop", "api-key", default);
        await ReferAsync(small);

        Assert.That(await VersionsAsync(small, "api-key"), Is.Empty);
    }

    [Test]
    public async Task Disabled_OutlivesTheProcess()
    {
        using var small = await OpenAsync();
        await ReferAsync(small);
        await small.Azure.Secrets.PutAsync((await VersionsAsync(small, "api-key")).Single() with { Enabled = false }, default);
        await small.ReopenAsync();

        Assert.That((await VersionsAsync(small, "api-key")).Single().Enabled, Is.False);
    }

    [Test]
    public async Task DeletedResource_TakesItsVersionsWithIt()
    {
        using var small = await OpenAsync();
        await small.PutAsync(Secret, ("vaultName", "kv-shop"), ("secretName", "key"));

        await small.Azure.Resources.DeleteAsync($"{VaultId}/secrets/key", default);

        Assert.That(await VersionsAsync(small, "key"), Is.Empty);
    }

    [Test]
    public async Task DeletedVault_ComesBackWithThem_UnlessItWasPurged()
    {
        using var small = await OpenAsync();
        await small.PutAsync(Secret, ("vaultName", "kv-shop"), ("secretName", "key"));

        await small.Azure.Resources.DeleteAsync(VaultId, default);
        await small.Azure.DeletedVaults.RecoverAsync("kv-shop", default);
        Assert.That(await VersionsAsync(small, "key"), Has.Length.EqualTo(1));

        await small.Azure.Resources.DeleteAsync(VaultId, default);
        await small.Azure.DeletedVaults.PurgeAsync("kv-shop", default);
        Assert.That(await VersionsAsync(small, "key"), Is.Empty);
    }

    private static Task<ImmutableArray<SecretVersion>> VersionsAsync(SmallAzure small, string secret) =>
        small.Azure.Secrets.ListAsync("kv-shop", secret, default);

    private static async Task<SmallAzure> OpenAsync()
    {
        var small = await AppOf.OpenAsync();
        await small.PutAsync("azure-native:keyvault:Vault", ("vaultName", "kv-shop"));
        await small.PutAsync("azure-native:web:AppServicePlan", ("name", "asp"), ("sku", Map(("name", "S1"))));
        return small;
    }

    private static async Task ReferAsync(SmallAzure small)
    {
        await small.PutAsync(
            "azure-native:app:Job",
            ("jobName", "migrate"),
            ("environmentId", AppOf.EnvironmentId),
            ("configuration", Map(("triggerType", "Manual"), ("secrets", List(
                Map(("name", "api-key"), ("keyVaultUrl", "https://kv-shop.vault.azure.net/secrets/api-key/0a1b")),
                Map(("name", "latest"), ("keyVaultUrl", "https://kv-shop.vault.azure.net/secrets/latest")))))));
        await small.PutAsync(
            "azure-native:web:WebApp",
            ("name", "admin"),
            ("serverFarmId", Id("Microsoft.Web/serverfarms/asp")),
            ("siteConfig", Map(("appSettings", List(
                Map(("name", "KEY"), ("value", "@Microsoft.KeyVault(SecretUri=https://kv-shop.vault.azure.net/secrets/site-key/77ff)")))))));
    }
}
