using System.Text.Json.Nodes;
using ReleaseInfra.Rehearsal.Registry;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Tests.ContainerApps;
using static ReleaseInfra.Rehearsal.Tests.ContainerApps.AppOf;
using static ReleaseInfra.Rehearsal.Tests.SmallAzure;

namespace ReleaseInfra.Rehearsal.Tests.Registry;

public sealed class RegistryImagesTests
{
    private const string Registry = "azure-native:containerregistry:Registry";
    private const string First = "crshop.azurecr.io/web:v1";
    private const string Second = "crshop.azurecr.io/web:v2";

    [TestCase("crshop.azurecr.io/web:v1", ExpectedResult = "crshop.azurecr.io web v1")]
    [TestCase("crshop.azurecr.io/team/web", ExpectedResult = "crshop.azurecr.io team/web latest")]
    [TestCase("crshop.azurecr.io/web:v1@sha256:1f", ExpectedResult = "crshop.azurecr.io web sha256:1f")]
    [TestCase("localhost:5000/web:v1", ExpectedResult = "localhost:5000 web v1")]
    [TestCase("library/web:v1", ExpectedResult = null)]
    [TestCase("web:v1", ExpectedResult = null)]
    public string? Parse(string image) => ImageName.Parse(image) is { } name ? $"{name.Server} {name.Repository} {name.Reference}" : null;

    [Test]
    public async Task WhatEachTypeRefersTo_IsThere()
    {
        using var small = await AppOf.OpenAsync();
        await new AppOf { Suffix = "v1", Image = First }.PutAsync(small);
        await PutJobAsync(small, "r.io/migrate:v1");
        await small.PutAsync("azure-native:web:AppServicePlan", ("name", "asp"), ("sku", Map(("name", "S1"))));
        await PutSiteAsync(small, "WebApp", "DOCKER|r.io/admin:v1");
        await PutSiteAsync(small, "WebAppSlot", "DOCKER|r.io/admin@sha256:1f");
        await PutSiteAsync(small, "WebApp", "NODE|22-lts");

        Assert.That(
            await small.Azure.Images.ListAsync(default),
            Is.EqualTo(new[] { First, "r.io/admin:v1", "r.io/admin@sha256:1f", "r.io/migrate:v1" }));
    }

    [Test]
    public async Task WhatAnExecutionRunsInstead_IsThere()
    {
        using var small = await AppOf.OpenAsync();
        await PutJobAsync(small, "r.io/migrate:v1");

        await small.Azure.Jobs.StartAsync(Id("Microsoft.App/jobs/migrate"), Map(("containers", List(Map(("image", "r.io/migrate:v2"))))), default);

        Assert.That(await small.Azure.Images.ListAsync(default), Does.Contain("r.io/migrate:v2"));
    }

    [Test]
    public async Task NoLongerUsed_Stays_AndOutlivesTheProcess()
    {
        using var small = await UsedAsync();
        await small.ReopenAsync();

        Assert.That(await small.Azure.Images.ListAsync(default), Is.EqualTo(new[] { First, Second }));
    }

    [Test]
    public async Task Deleted_StaysSo_WhateverStillRefersToIt()
    {
        using var small = await UsedAsync();

        Assert.That(await small.Azure.Images.DeleteAsync(Second, default), Is.True);
        Assert.That(await small.Azure.Images.DeleteAsync(Second, default), Is.False);
        await new AppOf { Suffix = "v2", Image = Second, Traffic = [To("web--v2", 100, "green")] }.PutAsync(small);
        await small.ReopenAsync();

        Assert.That(await small.Azure.Images.ListAsync(default), Is.EqualTo(new[] { First }));
    }

    [Test]
    public async Task Digest_TakesItsTagsWithIt()
    {
        using var small = await UsedAsync();
        var digest = ImageName.Parse(First)!.Digest;

        await small.Azure.Images.DeleteAsync($"crshop.azurecr.io/web@{digest}", default);

        Assert.That(await small.Azure.Images.ListAsync(default), Is.EqualTo(new[] { Second }));
    }

    [Test]
    public async Task Registry_TakesItsImagesWithIt()
    {
        using var small = await UsedAsync();
        await small.Azure.Images.AddAsync("crother.azurecr.io/web:v1", default);
        await small.PutAsync(Registry, ("registryName", "crshop"), ("sku", Map(("name", "Basic"))));

        await small.Azure.Resources.DeleteAsync(Id("Microsoft.ContainerRegistry/registries/crshop"), default);

        Assert.That(await small.Azure.Images.ListAsync(default), Is.EqualTo(new[] { "crother.azurecr.io/web:v1" }));
    }

    [Test]
    public async Task FileFromBefore_HasWhatIsReferredTo()
    {
        using var small = await UsedAsync();
        await small.Azure.SaveAsync(default);
        var state = JsonNode.Parse(await File.ReadAllTextAsync(small.Options.File))!.AsObject();
        state.Remove("images");
        state.Remove("secretVersions");
        await File.WriteAllTextAsync(small.Options.File, state.ToJsonString());

        using var azure = await EmbeddedAzure.OpenAsync(small.Options, default);

        Assert.That(await azure.Images.ListAsync(default), Is.EqualTo(new[] { First, Second }));
    }

    [Test]
    public async Task Rejects_WhatNamesNoRegistry()
    {
        using var small = await AppOf.OpenAsync();

        Assert.That(
            () => small.Azure.Images.AddAsync("web:v1", default),
            Throws.ArgumentException.With.Message.EqualTo("'web:v1' names no registry. (Parameter 'image')"));
    }

    /// <summary>An app that ran one image and runs another.</summary>
    private static async Task<SmallAzure> UsedAsync()
    {
        var small = await AppOf.OpenAsync();
        await new AppOf { Suffix = "v1", Image = First }.PutAsync(small);
        await new AppOf { Suffix = "v2", Image = Second }.PutAsync(small);
        return small;
    }

    private static Task<PutResult> PutJobAsync(SmallAzure small, string image) => small.PutAsync(
        "azure-native:app:Job",
        ("jobName", "migrate"),
        ("environmentId", EnvironmentId),
        ("configuration", Map(("triggerType", "Manual"))),
        ("template", Map(("containers", List(Map(("image", image)))))));

    private static Task<PutResult> PutSiteAsync(SmallAzure small, string type, string runs) => small.PutAsync(
        $"azure-native:web:{type}",
        ("name", "admin"),
        ("slot", "green"),
        ("serverFarmId", Id("Microsoft.Web/serverfarms/asp")),
        ("siteConfig", Map(("linuxFxVersion", runs))));
}
