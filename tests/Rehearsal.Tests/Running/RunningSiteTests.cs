using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Running;
using static ReleaseInfra.Rehearsal.Tests.SmallAzure;

namespace ReleaseInfra.Rehearsal.Tests.Running;

public sealed class RunningSiteTests
{
    private const string SiteHost = "shop.azurewebsites.net";
    private const string SlotHost = "shop-green.azurewebsites.net";
    private const string Blue = "shop--blue-v1";
    private const string Green = "shop--green-v2";

    private RunningScene _scene = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _scene = await RunningScene.OpenAsync();
        await _scene.PutAsync("azure-native:web:AppServicePlan", ("name", "asp"), ("sku", Map(("name", "S1"))));
    }

    [TearDown]
    public async Task CloseAsync() => await _scene.DisposeAsync();

    [Test]
    public async Task SiteAndSlot_RunAtTheirOwnHosts()
    {
        await PutAsync(SiteOf(Blue));
        await PutAsync(SlotOf(Green));
        await _scene.SettledAsync();

        Assert.That(await ReleaseAsync(SiteHost), Is.EqualTo(Blue));
        Assert.That(await ReleaseAsync(SlotHost), Is.EqualTo(Green));
        Assert.That(_scene.Apps.Hosts, Is.EquivalentTo(new[]
        {
            new ServedHost("shop", SiteHost, null), new ServedHost("shop", SlotHost, Green),
        }));
        Assert.That(
            _scene.Apps.Versions.Single(version => version.Version == Green),
            Has.Property("App").EqualTo("shop").And.Property("Port").EqualTo(8080).And.Property("Image").EqualTo("r.io/shop:v1"));
    }

    [Test]
    public async Task RampUpRules_SplitTheSitesHost()
    {
        await PutAsync(SiteOf(Blue));
        await PutAsync(SlotOf(Green));
        await PutAsync(SiteOf(Blue, rerouted: 30));
        await _scene.SettledAsync();

        var answered = new Dictionary<string, int>();
        for (var request = 0; request < 400; request++)
        {
            var release = await ReleaseAsync(SiteHost);
            answered[release] = answered.GetValueOrDefault(release) + 1;
        }

        Assert.That(answered[Green], Is.InRange(80, 160));
        Assert.That(answered[Blue], Is.EqualTo(400 - answered[Green]));
    }

    [Test]
    public async Task NewVersion_TakesOverOnceItAnswers_AndTheOldOneEnds()
    {
        await PutAsync(SiteOf(Blue));
        await _scene.SettledAsync();
        var process = await _scene.ProcessAsync(SiteHost);

        _scene.Behaviours["shop--blue-v3"] = new VersionBehaviour { IsUnhealthy = true };
        await PutAsync(SiteOf("shop--blue-v3"));
        await RunningScene.UntilAsync(
            () => Task.FromResult(_scene.Apps.Versions.Any(version => version.Version == "shop--blue-v3")), "the new version is wanted");
        Assert.That(await ReleaseAsync(SiteHost), Is.EqualTo(Blue));

        _scene.Behaviours.Clear();
        _scene.Apps.Refresh();
        await RunningScene.UntilAsync(async () => await ReleaseAsync(SiteHost) == "shop--blue-v3", "the new version has taken over");
        await RunningScene.UntilAsync(() => Task.FromResult(!RunningScene.IsRunning(process)), "the old one has ended");
    }

    [Test]
    public async Task KeyVaultReference_IsASecretAndNoVariable()
    {
        await PutAsync(SiteOf(Blue, settings: Setting("DATABASE_URL", "@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/db)")));
        await _scene.SettledAsync();

        var version = _scene.Apps.Versions.Single();
        Assert.That(version.SecretVariables, Is.EqualTo(new[] { "DATABASE_URL" }));
        Assert.That(version.Variables.Keys, Does.Not.Contain("DATABASE_URL"));
    }

    [Test]
    public async Task Version_NotStated_IsTheHost()
    {
        await PutAsync(("azure-native:web:WebApp", [("name", "shop"), ("serverFarmId", Id("Microsoft.Web/serverfarms/asp"))]));
        await _scene.SettledAsync();

        Assert.That(_scene.Apps.Versions.Single().Version, Is.EqualTo(SiteHost));
    }

    private static (string Type, (string Key, object Value)[] Inputs) SiteOf(string version, double rerouted = 0, params object[] settings)
    {
        var config = Config(version, settings);
        if (rerouted > 0)
            config["experiments"] = Map(("rampUpRules", List(Map(("name", "green"), ("actionHostName", SlotHost), ("reroutePercentage", rerouted)))));
        return ("azure-native:web:WebApp", [("name", "shop"), ("serverFarmId", Id("Microsoft.Web/serverfarms/asp")), ("siteConfig", config)]);
    }

    private static (string Type, (string Key, object Value)[] Inputs) SlotOf(string version) => (
        "azure-native:web:WebAppSlot",
        [("name", "shop"), ("slot", "green"), ("serverFarmId", Id("Microsoft.Web/serverfarms/asp")), ("siteConfig", Config(version, []))]);

    private static Dictionary<string, object> Config(string version, object[] settings) => Map(
        ("linuxFxVersion", "DOCKER|r.io/shop:v1"),
        ("healthCheckPath", "/health"),
        ("appSettings", (object[])
        [
            Setting("WEBSITES_PORT", "8080"),
            Setting("OTEL_RESOURCE_ATTRIBUTES", $"service.name=shop,service.version={version}"),
            Setting("RELEASE_TAG", version),
            .. settings,
        ]));

    private static Dictionary<string, object> Setting(string name, string value) => Map(("name", name), ("value", value));

    private Task<PutResult> PutAsync((string Type, (string Key, object Value)[] Inputs) declared) => _scene.PutAsync(declared.Type, declared.Inputs);

    private async Task<string> ReleaseAsync(string host) => (string)(await _scene.VersionAsync(host))["tag"]!;
}
