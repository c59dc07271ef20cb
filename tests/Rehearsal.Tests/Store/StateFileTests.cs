using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Store;
using ReleaseInfra.Rehearsal.Tests.ContainerApps;
using ReleaseInfra.Rehearsal.Values;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Rehearsal.Tests.SmallAzure;

namespace ReleaseInfra.Rehearsal.Tests.Store;

public sealed class StateFileTests
{
    [Test]
    public async Task Reopened_EverythingIsAsItWas()
    {
        using var small = await AppOf.OpenAsync();
        await new AppOf { Suffix = "v1", Secrets = ["key"], SecretRef = "key", Traffic = [AppOf.To("web--v1", 100, "blue")] }.PutAsync(small);
        await new AppOf { Suffix = "v2", Secrets = ["key"], Traffic = [AppOf.To("web--v1", 90, "blue"), AppOf.To("web--v2", 10)] }.PutAsync(small);
        await small.PutAsync("azure-native:keyvault:Vault", ("vaultName", "kv-shop"));
        await small.Azure.Resources.DeleteAsync(Id("Microsoft.KeyVault/vaults/kv-shop"), default);
        var before = await small.Azure.Resources.ListAsync(ResourceIds.Subscription, default);
        var shares = await small.Azure.ContainerApps.TrafficAsync(AppOf.AppId, default);

        await small.ReopenAsync();

        var after = await small.Azure.Resources.ListAsync(ResourceIds.Subscription, default);
        Assert.That(after.Select(Text), Is.EqualTo(before.Select(Text)));
        Assert.That(await small.Azure.ContainerApps.TrafficAsync(AppOf.AppId, default), Is.EqualTo(shares));
        Assert.That(await small.Azure.DeletedVaults.ListAsync(default), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Unsaved_IsNotThere()
    {
        using var small = await OpenAsync();
        await small.Azure.SaveAsync(default);
        await small.PutAsync("azure-native:keyvault:Vault", ("vaultName", "kv-shop"));

        using var other = await EmbeddedAzure.OpenAsync(small.Options, default);

        Assert.That(await other.Resources.ListAsync(ResourceIds.Subscription, default), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Save_WithoutAChange_WritesNothing()
    {
        using var small = await OpenAsync();
        await small.Azure.SaveAsync(default);
        File.Delete(small.Options.File);

        await small.Azure.SaveAsync(default);

        Assert.That(File.Exists(small.Options.File), Is.False);
    }

    [Test]
    public async Task Refused_NothingIsChanged()
    {
        using var small = await AppOf.OpenAsync();
        await new AppOf { Suffix = "v1" }.PutAsync(small);
        await small.Azure.SaveAsync(default);
        var before = await File.ReadAllTextAsync(small.Options.File);

        await new AppOf { Suffix = "v2", Traffic = [AppOf.To("web--v9", 100)] }.RefusalAsync(small);
        await small.Azure.SaveAsync(default);

        Assert.That(await File.ReadAllTextAsync(small.Options.File), Is.EqualTo(before));
    }

    [Test]
    public async Task Secrets_AreDigestsOnDisk()
    {
        using var small = await OpenAsync();
        const string Planted = "planted-3f6c2a";
        await small.PutAsync(
            "azure-native:dbforpostgresql:Server", ("serverName", "psql"), ("administratorLogin", "admin"), ("administratorLoginPassword", Planted));
        await small.PutAsync("azure-native:keyvault:Vault", ("vaultName", "kv-shop"));
        await small.PutAsync(
            "azure-native:keyvault:Secret", ("vaultName", "kv-shop"), ("secretName", "key"), ("properties", Map(("value", Planted))));
        await small.Azure.Resources.PutAsync(
            new DeclaredResource("azure-native:web:AppServicePlan", "plan", Map(("resourceGroupName", "rg-shop"), ("tags", Map(("note", Planted)))))
            {
                SecretPaths = ["tags.note"],
            },
            default);

        await small.Azure.SaveAsync(default);

        var text = await File.ReadAllTextAsync(small.Options.File);
        Assert.That(text, Does.Not.Contain(Planted));
        Assert.That(text, Does.Contain("\"value\":\"[secret digest of 14]\""));
        Assert.That(text, Does.Contain("\"note\":\"[secret digest of 14]\""));
    }

    [TestCase("{", "Expected depth to be zero at the end of the JSON payload.")]
    [TestCase("", "The input does not contain any JSON tokens.")]
    [TestCase("{\"version\":1,\"stack\":\"staging\"}", "The given key was not present in the dictionary")]
    public async Task Open_ABrokenFile_IsNeverEmpty(string text, string cause)
    {
        using var small = await OpenAsync();
        await File.WriteAllTextAsync(small.Options.File, text);

        Assert.That(
            async () => await EmbeddedAzure.OpenAsync(small.Options, default),
            Throws.TypeOf<RehearsalException>()
                .With.Message.StartsWith($"The embedded Azure's state '{small.Options.File}' cannot be read: {cause}")
                .And.Message.EndsWith("Restore it from a copy, or remove it and the stack's state together to start from nothing."));
    }

    [Test]
    public async Task Open_ANewerFile()
    {
        using var small = await OpenAsync();
        await File.WriteAllTextAsync(small.Options.File, "{\"version\":2}");

        Assert.That(
            async () => await EmbeddedAzure.OpenAsync(small.Options, default),
            Throws.TypeOf<RehearsalException>().With.Message.EqualTo(
                $"The embedded Azure's state '{small.Options.File}' has version 2, and this program knows versions up to 1. Use the program that " +
                "wrote it, or a newer one."));
    }

    [Test]
    public async Task Open_AnotherStacksFile()
    {
        using var small = await OpenAsync();
        await small.Azure.SaveAsync(default);

        Assert.That(
            async () => await EmbeddedAzure.OpenAsync(small.Options with { Scope = new AzureScope("dev", "westeurope") }, default),
            Throws.TypeOf<RehearsalException>().With.Message.EqualTo(
                $"The embedded Azure's state '{small.Options.File}' is that of the stack 'staging', not of 'dev'."));
    }

    [Test]
    public async Task Replace_ThatFailsHalfWay_LeavesTheOldFile()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "state.json");
        await File.WriteAllTextAsync(path, "old");

        Assert.That(
            async () => await DurableFile.ReplaceAsync(
                path,
                async (stream, token) =>
                {
                    await stream.WriteAsync("half of the ne"u8.ToArray(), token);
                    await stream.FlushAsync(token);
                    throw new IOException("The disk is full.");
                },
                default),
            Throws.TypeOf<IOException>().With.Message.EqualTo("The disk is full."));

        Assert.That(await File.ReadAllTextAsync(path), Is.EqualTo("old"));
        Assert.That(Directory.GetFiles(folder.Path), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Save_Cancelled_LeavesTheOldFileAndCanBeRepeated()
    {
        using var small = await OpenAsync();
        await small.Azure.SaveAsync(default);
        var before = await File.ReadAllTextAsync(small.Options.File);
        await small.PutAsync("azure-native:keyvault:Vault", ("vaultName", "kv-shop"));

        Assert.That(
            async () => await small.Azure.SaveAsync(new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());

        Assert.That(await File.ReadAllTextAsync(small.Options.File), Is.EqualTo(before));
        await small.Azure.SaveAsync(default);
        Assert.That(await File.ReadAllTextAsync(small.Options.File), Does.Contain("kv-shop"));
    }

    [Test]
    public async Task Calls_AtOnce_AreEachWhole()
    {
        using var small = await OpenAsync();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(async () =>
        {
            await small.PutAsync("azure-native:managedidentity:UserAssignedIdentity", ("resourceName", $"id-{number}"));
            await small.Azure.SaveAsync(default);
        })));
        await small.ReopenAsync();

        Assert.That(await small.Azure.Resources.ListAsync(Group, default), Has.Length.EqualTo(51));
    }

    private static string Text(AzureResource resource)
    {
        using var stream = new MemoryStream();
        using (var writer = new System.Text.Json.Utf8JsonWriter(stream))
        {
            ValueJson.Write(writer, PlainValues.Map([
                KeyValuePair.Create<string, object>("id", resource.Id),
                KeyValuePair.Create<string, object>("inputs", resource.Inputs),
                KeyValuePair.Create<string, object>("outputs", PlainValues.Map(resource.Outputs)),
                KeyValuePair.Create<string, object>("changed", resource.Changed.ToString("O")),
            ]));
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
