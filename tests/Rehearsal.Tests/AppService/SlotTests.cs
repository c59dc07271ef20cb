using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Values;
using static ReleaseInfra.Rehearsal.Tests.SmallAzure;

namespace ReleaseInfra.Rehearsal.Tests.AppService;

public sealed class SlotTests
{
    private static readonly string SiteId = Id("Microsoft.Web/sites/shop");

    [TestCase("F1", 0)]
    [TestCase("B3", 0)]
    [TestCase("S1", 5)]
    [TestCase("EP1", 3)]
    [TestCase("P1v3", 20)]
    [TestCase("I1v2", 20)]
    public async Task Rejects_OneSlotMoreThanThePlanHas(string sku, int allowed)
    {
        using var small = await SiteAsync(sku);
        for (var number = 1; number <= allowed; number++)
            await SlotAsync(small, $"slot{number}");

        var refusal = await RefusalAsync(() => SlotAsync(small, "more"));

        Assert.That(refusal, Is.EqualTo(new AzureError(
            409,
            "Conflict",
            $"Microsoft.Web/sites/slots 'more': the site 'shop' would exceed the {allowed} slots of its plan 'asp', whose SKU is '{sku}'.",
            "slot")));
    }

    [Test]
    public async Task Rejects_PlanWithFewerSlotsThanThereAre()
    {
        using var small = await SiteAsync("S1");
        await SlotAsync(small, "green");

        var refusal = await small.RefusalOfAsync("azure-native:web:AppServicePlan", ("name", "asp"), ("sku", Map(("name", "B1"))));

        Assert.That(refusal.Message, Is.EqualTo("Microsoft.Web/serverfarms 'asp': the site 'shop' has more slots than the 0 of SKU 'B1'."));
    }

    [Test]
    public async Task Rejects_HostNameThatIsTooLong()
    {
        using var small = await SiteAsync("S1");

        Assert.That(
            (await RefusalAsync(() => SlotAsync(small, new string('a', 54)))).Message,
            Does.EndWith("has 59 characters; it must have fewer than 59."));
    }

    [TestCase("blue", null, 10, "the ramp-up rule 'blue' names no slot of the site. It has: green.")]
    [TestCase("green", "shop-blue.azurewebsites.net", 10, "the ramp-up rule 'green' names no slot of the site. It has: green.")]
    [TestCase("green", null, 101, "the ramp-up rule 'green' reroutes 101 percent; it takes 0 to 100.")]
    public async Task Rejects_RampUpRule(string name, string? host, int percentage, string message)
    {
        using var small = await SiteAsync("S1");
        await SlotAsync(small, "green");

        var refusal = await RefusalAsync(() => PutSiteAsync(small, Rule(name, host, percentage)));

        Assert.That((refusal.Code, refusal.Message), Is.EqualTo(("BadRequest", "Microsoft.Web/sites 'shop': " + message)));
    }

    [Test]
    public async Task Rejects_RampUpRulesOverAHundred()
    {
        using var small = await SiteAsync("S1");
        await SlotAsync(small, "green");
        await SlotAsync(small, "red");

        Assert.That(
            (await RefusalAsync(() => PutSiteAsync(small, Rule("green", null, 60), Rule("red", null, 60)))).Message,
            Does.EndWith("the ramp-up rules reroute 120 percent, which is more than 100."));
    }

    [Test]
    public async Task RampUpRule_ByTheSlotsHost()
    {
        using var small = await SiteAsync("S1");
        await SlotAsync(small, "green");

        Assert.That(async () => await PutSiteAsync(small, Rule("any", "shop-green.azurewebsites.net", 10)), Throws.Nothing);
    }

    [Test]
    public async Task Swap_ExchangesWhatRunsAndKeepsWhatBelongsToThePlace()
    {
        using var small = await SiteAsync("S1");
        await small.PutAsync("azure-native:web:WebAppSlotConfigurationNames", ("name", "shop"), ("appSettingNames", List("SLOT")));
        await SlotAsync(small, "green", "DOCKER|web:v2", "green");
        await PutSiteAsync(small, Rule("green", null, 10));

        var operation = await small.Azure.Sites.SwapAsync(SiteId, "green", "production", default);

        var site = await small.Azure.Resources.GetAsync(SiteId, default);
        var slot = await small.Azure.Resources.GetAsync($"{SiteId}/slots/green", default);
        Assert.That(operation.State, Is.EqualTo(new OperationSucceeded()));
        Assert.That(Settings(site), Is.EqualTo(new[] { "DOCKER|web:v2", "TAG=v2", "SLOT=blue" }));
        Assert.That(Settings(slot), Is.EqualTo(new[] { "DOCKER|web:v1", "TAG=v1", "SLOT=green" }));
        Assert.That(site.Select("siteConfig.experiments.rampUpRules[].name"), Is.EqualTo(new[] { "green" }));
        Assert.That(slot.Select("siteConfig.experiments.rampUpRules[].name"), Is.Empty);
    }

    [Test]
    public async Task Swap_Twice_IsAsBefore()
    {
        using var small = await SiteAsync("S1");
        await SlotAsync(small, "green", "DOCKER|web:v2", "green");
        var before = await small.Azure.Resources.GetAsync(SiteId, default);

        await small.Azure.Sites.SwapAsync(SiteId, "green", "production", default);
        await small.Azure.Sites.SwapAsync(SiteId, "green", "production", default);

        Assert.That(PlainValues.Same((await small.Azure.Resources.GetAsync(SiteId, default)).Inputs, before.Inputs), Is.True);
    }

    [Test]
    public async Task Swap_DuringAnother_IsRefused()
    {
        using var small = await SiteAsync("S1", new OperationDurations { Swap = TimeSpan.FromMinutes(2) });
        await SlotAsync(small, "green");
        await small.Azure.Sites.SwapAsync(SiteId, "green", "production", default);

        var refusal = await RefusalAsync(() => small.Azure.Sites.SwapAsync(SiteId, "green", "production", default));

        Assert.That((refusal.Status, refusal.Code), Is.EqualTo((409, "AnotherOperationInProgress")));
    }

    [Test]
    public async Task Swap_UnderWay_IsCarriedOnByTheNextProcess()
    {
        using var small = await SiteAsync("S1", new OperationDurations { Swap = TimeSpan.FromMinutes(2) });
        await SlotAsync(small, "green", "DOCKER|web:v2", "green");
        await small.Azure.Sites.SwapAsync(SiteId, "green", "production", default);

        await small.ReopenAsync();
        small.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.That(Settings(await small.Azure.Resources.GetAsync(SiteId, default))[0], Is.EqualTo("DOCKER|web:v2"));
    }

    [TestCase("Microsoft.Web/sites/shop")]
    [TestCase("Microsoft.Web/sites/shop/slots/green")]
    public async Task Delete_DuringASwap_IsRefusedOnBothSides(string path)
    {
        using var small = await SiteAsync("S1", new OperationDurations { Swap = TimeSpan.FromMinutes(2) });
        await SlotAsync(small, "green");
        await small.Azure.Sites.SwapAsync(SiteId, "green", "production", default);

        Assert.That((await RefusalAsync(() => small.Azure.Resources.DeleteAsync(Id(path), default))).Code, Is.EqualTo("AnotherOperationInProgress"));
    }

    [TestCase("green", "green", "Conflict")]
    [TestCase("blue", "production", "ResourceNotFound")]
    public async Task Rejects_Swap(string source, string target, string code)
    {
        using var small = await SiteAsync("S1");
        await SlotAsync(small, "green");

        Assert.That((await RefusalAsync(() => small.Azure.Sites.SwapAsync(SiteId, source, target, default))).Code, Is.EqualTo(code));
    }

    private static async Task<SmallAzure> SiteAsync(string sku, OperationDurations? durations = null)
    {
        var small = await OpenAsync(durations);
        await small.PutAsync("azure-native:web:AppServicePlan", ("name", "asp"), ("sku", Map(("name", sku))));
        await PutSiteAsync(small);
        return small;
    }

    private static Task<PutResult> PutSiteAsync(SmallAzure small, params object[] rules)
    {
        var config = Config("DOCKER|web:v1", "v1", "blue");
        if (rules.Length > 0)
            config["experiments"] = Map(("rampUpRules", rules));
        return small.PutAsync("azure-native:web:WebApp", ("name", "shop"), ("serverFarmId", Id("Microsoft.Web/serverfarms/asp")), ("siteConfig", config));
    }

    private static Task<PutResult> SlotAsync(SmallAzure small, string name, string image = "DOCKER|web:v1", string slot = "none") =>
        small.PutAsync("azure-native:web:WebAppSlot", ("name", "shop"), ("slot", name), ("siteConfig", Config(image, image[^2..], slot)));

    private static Dictionary<string, object> Config(string image, string tag, string slot) => Map(
        ("linuxFxVersion", image),
        ("appSettings", List(Map(("name", "TAG"), ("value", tag)), Map(("name", "SLOT"), ("value", slot)))));

    private static Dictionary<string, object> Rule(string name, string? host, int percentage) => host is null
        ? Map(("name", name), ("reroutePercentage", percentage))
        : Map(("name", name), ("reroutePercentage", percentage), ("actionHostName", host));

    private static string[] Settings(AzureResource site) =>
    [
        (string)site.Select("siteConfig.linuxFxVersion").Single(),
        .. site.Select("siteConfig.appSettings[].name").Zip(site.Select("siteConfig.appSettings[].value")).Select(pair => $"{pair.First}={pair.Second}"),
    ];
}
