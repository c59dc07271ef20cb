using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Azure.Sites;
using ReleaseInfra.Rehearsal.Operations;
using static ReleaseInfra.Release.Tests.Azure.LiveAzure;

namespace ReleaseInfra.Release.Tests.Azure;

public sealed class SitesTests
{
    private LiveAzure _live = null!;

    private AzureId Site => _live.Group.Site("shop");

    [SetUp]
    public async Task OpenAsync()
    {
        _live = await LiveAzure.OpenAsync(new OperationDurations { Swap = TimeSpan.FromSeconds(12) });
        await _live.PutAsync("azure-native:web:AppServicePlan", ("name", "asp"), ("sku", Map(("name", "P1v3"))));
        await _live.PutAsync("azure-native:web:WebApp", SiteInputs("v1"));
        await _live.PutAsync("azure-native:web:WebAppSlot", [("slot", "green"), .. SiteInputs("v2")]);
    }

    [TearDown]
    public async Task CloseAsync() => await _live.DisposeAsync();

    [Test]
    public async Task Find_SiteAndSlots()
    {
        var site = await _live.Azure.Sites.FindAsync(Site, default);
        var slots = await _live.Azure.Sites.SlotsAsync(Site, default);

        Assert.That((site!.Name, site.State, site.Host, site.Runs), Is.EqualTo(("shop", "Running", "shop.azurewebsites.net", "DOCKER|crshop.azurecr.io/web:v1")));
        Assert.That(site.RampUp, Is.Empty);
        Assert.That(slots.Select(slot => (slot.Name, slot.Runs)), Is.EqualTo(new[] { ("green", "DOCKER|crshop.azurecr.io/web:v2") }));
    }

    [Test]
    public async Task Find_None_IsNull() =>
        Assert.That(await _live.Azure.Sites.FindAsync(_live.Group.Site("other"), default), Is.Null);

    [Test]
    public async Task SetRampUp_ReplacesTheRules_AndNothingElse()
    {
        var rule = new RampUpRule("green", "shop-green.azurewebsites.net", 25);
        await _live.Azure.Sites.SetRampUpAsync(Site, [rule], default);
        var served = await _live.Azure.Sites.FindAsync(Site, default);
        await _live.Azure.Sites.SetRampUpAsync(Site, [], default);
        var after = await _live.Azure.Sites.FindAsync(Site, default);

        Assert.That(served!.RampUp, Is.EqualTo(new[] { rule }));
        Assert.That(after!.RampUp, Is.Empty);
        Assert.That(after.Runs, Is.EqualTo("DOCKER|crshop.azurecr.io/web:v1"));
    }

    [Test]
    public async Task Swap_IsPolledToItsEnd()
    {
        await _live.Azure.Sites.SwapAsync(Site, "green", default);

        Assert.That((await _live.Azure.Sites.FindAsync(Site, default))!.Runs, Is.EqualTo("DOCKER|crshop.azurecr.io/web:v2"));
        Assert.That(_live.Log.Of("/slotsswap"), Is.EqualTo(new[] { "POST 202" }));
        Assert.That(_live.Time.Waits, Has.Length.EqualTo(3));
    }

    private (string, object)[] SiteInputs(string tag) =>
    [
        ("name", "shop"),
        ("serverFarmId", _live.Id("Microsoft.Web/serverfarms/asp")),
        ("siteConfig", Map(("linuxFxVersion", $"DOCKER|crshop.azurecr.io/web:{tag}"))),
    ];
}
