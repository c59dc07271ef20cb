using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Infra.ContainerApps;
using ReleaseInfra.Tests.Support.Programs;
using static ReleaseInfra.Tests.Support.SettingsFixtures;

namespace ReleaseInfra.Infra.Tests.ContainerApps;

public sealed class BlueGreenAppTests
{
    private static readonly BlueGreenRelease Settled = BlueGreen(Slot.Blue, blue: ("v1.2.2", 100));
    private static readonly BlueGreenRelease Canarying = BlueGreen(Slot.Green, blue: ("v1.2.2", 90), green: ("v1.2.3", 10));

    [Test]
    public async Task App_RunsTheNewestSlotsImage_UnderItsOwnName()
    {
        var app = (await DeclareAsync(Web, Canarying)).The("app:ContainerApp");

        Assert.That(app.Name, Is.EqualTo("web"));
        Assert.That(app["containerAppName"], Is.EqualTo("app-web-prod"));
        Assert.That(app["template.revisionSuffix"], Is.EqualTo("green-v1-2-3"));
        Assert.That(app["template.containers.0.image"], Is.EqualTo("example.azurecr.io/app-web:v1.2.3"));
        Assert.That(app["configuration.activeRevisionsMode"], Is.EqualTo("Multiple"));
    }

    [Test]
    public async Task Traffic_IsExplicit_ByRevisionAndLabel()
    {
        var traffic = (await DeclareAsync(Web, Canarying)).The("app:ContainerApp").List("configuration.ingress.traffic");

        Assert.That(traffic, Has.Count.EqualTo(2));
        Assert.That(traffic[0], Is.EquivalentTo(Row("app-web-prod--blue-v1-2-2", "blue", 90)));
        Assert.That(traffic[1], Is.EquivalentTo(Row("app-web-prod--green-v1-2-3", "green", 10)));
    }

    [Test]
    public async Task Weights_ChangeNothingOfTheTemplate()
    {
        var canary = await DeclareAsync(Web, Canarying);
        var half = await DeclareAsync(Web, BlueGreen(Slot.Green, blue: ("v1.2.2", 50), green: ("v1.2.3", 50)));

        Assert.That(half.The("app:ContainerApp")["template"], Is.EqualTo(canary.The("app:ContainerApp")["template"]).AsCollection);
    }

    [Test]
    public async Task Version_IsToldApart_InTelemetry()
    {
        var app = (await DeclareAsync(Web, Canarying)).The("app:ContainerApp");

        Assert.That(Variable(app, "RELEASE_TAG"), Is.EqualTo("v1.2.3"));
        Assert.That(
            Variable(app, "OTEL_RESOURCE_ATTRIBUTES"),
            Is.EqualTo("service.name=web,service.version=app-web-prod--green-v1-2-3"));
    }

    [Test]
    public async Task Secrets_AreReferencesWithVersion_FollowedByTheAppsIdentity()
    {
        var app = (await DeclareAsync(Web with { Secrets = Web.Secrets.Add("API_KEY", new KeptSecret("Api-Key", "0123")) }, Settled))
            .The("app:ContainerApp");

        Assert.That(
            app.List("configuration.secrets").Cast<IReadOnlyDictionary<string, object>>().Select(secret => (secret["name"], secret["keyVaultUrl"])),
            Is.EqualTo(new (object, object)[]
            {
                ("api-key", $"{Fixture.VaultUri}secrets/Api-Key/0123"),
                ("cache-url", $"{Fixture.VaultUri}secrets/cache-url/version-of-cache-url"),
                ("database-url", $"{Fixture.VaultUri}secrets/database-url/version-of-database-url"),
            }));
        Assert.That(
            app.List("template.containers.0.env").Cast<IReadOnlyDictionary<string, object>>()
                .Where(variable => variable.ContainsKey("secretRef"))
                .Select(variable => (variable["name"], variable["secretRef"])),
            Is.EqualTo(new (object, object)[] { ("API_KEY", "api-key"), ("CACHE_URL", "cache-url"), ("DATABASE_URL", "database-url") }));
        Assert.That(app["configuration.secrets.0.identity"], Does.EndWith("/userAssignedIdentities/id-app-web-prod"));
        Assert.That(app["configuration.registries.0.identity"], Does.EndWith("/userAssignedIdentities/id-app-web-prod"));
        Assert.That(app["configuration.identitySettings.0.lifecycle"], Is.EqualTo("None"));
    }

    [Test]
    public async Task Probes_StayWithinAzuresRanges()
    {
        var probes = (await DeclareAsync(Web, Settled)).The("app:ContainerApp")
            .List("template.containers.0.probes").Cast<IReadOnlyDictionary<string, object>>().ToArray();

        Assert.That(probes.Select(probe => probe["type"]), Is.EqualTo(new[] { "Startup", "Readiness", "Liveness" }));
        Assert.Multiple(() =>
        {
            foreach (var probe in probes)
            {
                Assert.That(probe["failureThreshold"], Is.InRange(1.0, 10.0));
                Assert.That(probe["initialDelaySeconds"], Is.InRange(1.0, 60.0));
                Assert.That(probe["periodSeconds"], Is.InRange(1.0, 240.0));
                Assert.That(probe["timeoutSeconds"], Is.InRange(1.0, 240.0));
            }
        });
    }

    [Test]
    public async Task App_WaitsForItsRoles() =>
        Assert.That(
            (await DeclareAsync(Web, Settled)).The("app:ContainerApp").DependsOn,
            Is.EqualTo(new[] { "web-pull", "web-secrets" }));

    [Test]
    public async Task Image_Pinned_IsByDigest()
    {
        var pinned = await DeclareAsync(Web, Settled, pinDigests: true);

        Assert.That(
            pinned.The("app:ContainerApp")["template.containers.0.image"],
            Does.Match("^example\\.azurecr\\.io/app-web@sha256:[0-9a-f]{64}$"));
    }

    [Test]
    public async Task Image_Built_IsByItsRepositoryDigest()
    {
        var built = await DeclareAsync(Web with { Build = new BuildSettings("apps/web", "Dockerfile") }, Settled);

        var image = built.The("index/image:Image");
        Assert.That(image["imageName"], Is.EqualTo("example.azurecr.io/app-web:v1.2.2"));
        Assert.That(image["build.context"], Is.EqualTo("../apps/web"));
        Assert.That(image["build.dockerfile"], Is.EqualTo("../apps/web/Dockerfile"));
        Assert.That(image["build.platform"], Is.EqualTo("linux/amd64"));
        Assert.That(built.The("app:ContainerApp")["template.containers.0.image"], Does.StartWith("example.azurecr.io/app-web:v1.2.2@sha256:"));
    }

    [TestCase(true, "https://app-web-prod.happy-hill.azurecontainerapps.io")]
    [TestCase(false, "https://app-web-prod.internal.happy-hill.azurecontainerapps.io")]
    public async Task Url_FollowsFromTheEnvironment(bool external, string expected)
    {
        var url = "";
        await ProgramRecorder.RunAsync(options =>
            new BlueGreenApp(
                "web",
                new BlueGreenAppArgs(Fixture.Containers(), Web with { Ingress = Web.Ingress! with { External = external } }, Settled),
                options).Url.Apply(value => url = value));

        Assert.That(url, Is.EqualTo(expected));
    }

    [Test]
    public void Rejects_Worker() =>
        Assert.That(
            () => DeclareAsync(Worker, Settled),
            Throws.Exception.With.Message.Contains("worker has no ingress, so no traffic can be weighed: it is a worker."));

    [Test]
    public void Rejects_NewestWithoutTag() =>
        Assert.That(
            () => DeclareAsync(Web, BlueGreen(Slot.Green, blue: ("v1.2.2", 100))),
            Throws.Exception.With.Message.Contains("web: newest is green, which has no tag."));

    [Test]
    public void Rejects_TwoVersionsOfOneSecret()
    {
        var settings = Web with
        {
            Secrets = NoSecrets.Add("OLD_KEY", new KeptSecret("key", "0123")).Add("NEW_KEY", new KeptSecret("key", "4567")),
        };

        Assert.That(
            () => DeclareAsync(settings, Settled),
            Throws.Exception.With.Message.Contains("web: secret 'key' is referred to in 2 versions; a container app has one at a time."));
    }

    [Test]
    public async Task OneSecretInTwoSpellings_IsOne()
    {
        var settings = Web with
        {
            Secrets = NoSecrets.Add("OLD_KEY", new KeptSecret("key", "0123")).Add("NEW_KEY", new KeptSecret("Key", "0123")),
        };

        var app = (await DeclareAsync(settings, Settled)).The("app:ContainerApp");

        Assert.That(app.List("configuration.secrets"), Has.Count.EqualTo(1));
        Assert.That(app["configuration.secrets.0.name"], Is.EqualTo("key"));
    }

    [Test]
    public void Rejects_VariableOfTheProgramsOwn() =>
        Assert.That(
            () => DeclareAsync(Web with { Variables = NoVariables.Add("RELEASE_TAG", "v9") }, Settled),
            Throws.Exception.With.Message.Contains("web: variable RELEASE_TAG is set by the program and cannot be stated."));

    private static Task<DeclaredResources> DeclareAsync(ContainerAppSettings settings, BlueGreenRelease release, bool pinDigests = false) =>
        ProgramRecorder.RunAsync(options =>
            _ = new BlueGreenApp(settings.Name, new BlueGreenAppArgs(Fixture.Containers(pinDigests), settings, release), options));

    private static Dictionary<string, object> Row(string revision, string label, double weight) => new()
    {
        ["revisionName"] = revision,
        ["label"] = label,
        ["weight"] = weight,
        ["latestRevision"] = false,
    };

    private static object Variable(DeclaredResource app, string name) =>
        app.List("template.containers.0.env").Cast<IReadOnlyDictionary<string, object>>()
            .Single(variable => (string)variable["name"] == name)["value"];
}
