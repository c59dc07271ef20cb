using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Infra.AppService;
using ReleaseInfra.Tests.Support.Programs;
using static ReleaseInfra.Tests.Support.SettingsFixtures;

namespace ReleaseInfra.Infra.Tests.AppService;

public sealed class BlueGreenSiteTests
{
    private static readonly BlueGreenRelease BothHeld = BlueGreen(Slot.Blue, blue: ("v1.2.2", 100), green: ("v1.2.1", 0));

    [Test]
    public async Task Site_IsBlue_AndSlotIsGreen()
    {
        var declared = await DeclareAsync(BothHeld);

        var (site, slot) = (declared.The("web:WebApp"), declared.The("web:WebAppSlot"));
        Assert.That(site["siteConfig.linuxFxVersion"], Is.EqualTo("DOCKER|example.azurecr.io/app-admin:v1.2.2"));
        Assert.That(slot["siteConfig.linuxFxVersion"], Is.EqualTo("DOCKER|example.azurecr.io/app-admin:v1.2.1"));
        Assert.That((slot["name"], slot["slot"]), Is.EqualTo((site["name"], "green")));
    }

    [TestCase("web:WebApp")]
    [TestCase("web:WebAppSlot")]
    public async Task Site_IsClosedButForHttps_AndPullsWithItsIdentity(string type)
    {
        var site = (await DeclareAsync(BothHeld)).The(type);

        Assert.That(site["httpsOnly"], Is.True);
        Assert.That(site["siteConfig.ftpsState"], Is.EqualTo("Disabled"));
        Assert.That(site["siteConfig.minTlsVersion"], Is.EqualTo("1.2"));
        Assert.That(site["siteConfig.acrUseManagedIdentityCreds"], Is.True);
        Assert.That(site["siteConfig.acrUserManagedIdentityID"], Is.EqualTo("client-id-of-id-app-admin-prod"));
        Assert.That(site["keyVaultReferenceIdentity"], Does.EndWith("/userAssignedIdentities/id-app-admin-prod"));
        Assert.That(site["siteConfig.healthCheckPath"], Is.EqualTo("/health"));
        Assert.That(site["siteConfig.alwaysOn"], Is.True);
        Assert.That(
            Setting(site, "DATABASE_URL"),
            Is.EqualTo($"@Microsoft.KeyVault(SecretUri={Fixture.VaultUri}secrets/database-url/version-of-database-url)"));
        Assert.That(site.DependsOn, Is.EqualTo(new[] { "admin-pull", "admin-secrets" }));
    }

    [Test]
    public async Task Weight_OfGreen_IsARuleOfTheSite()
    {
        var site = (await DeclareAsync(BlueGreen(Slot.Green, blue: ("v1.2.2", 90), green: ("v1.2.3", 10)))).The("web:WebApp");

        var rule = (IReadOnlyDictionary<string, object>)site.List("siteConfig.experiments.rampUpRules").Single();
        Assert.That(rule["name"], Is.EqualTo("green"));
        Assert.That(rule["actionHostName"], Is.EqualTo($"{site["name"]}-green.azurewebsites.net"));
        Assert.That(rule["reroutePercentage"], Is.EqualTo(10));
    }

    [Test]
    public async Task Weight_OfNothing_IsAnEmptyListOfRules() =>
        Assert.That((await DeclareAsync(BothHeld)).The("web:WebApp")["siteConfig.experiments.rampUpRules"], Is.Empty);

    [Test]
    public async Task Green_WithoutTag_HasNoSlot() =>
        Assert.That((await DeclareAsync(BlueGreen(Slot.Blue, blue: ("v1.2.2", 100)))).Of("web:WebAppSlot"), Is.Empty);

    [Test]
    public async Task Network_LeadsAllTrafficThroughIt()
    {
        var declared = await DeclareAsync(BothHeld, "sites-subnet");

        foreach (var site in declared.Of("web:WebApp").Concat(declared.Of("web:WebAppSlot")))
        {
            Assert.That(site["virtualNetworkSubnetId"], Is.EqualTo("sites-subnet"));
            Assert.That(site["outboundVnetRouting.allTraffic"], Is.True);
            Assert.That(site["outboundVnetRouting.imagePullTraffic"], Is.True);
        }
    }

    [Test]
    public void Rejects_BlueWithoutTag() =>
        Assert.That(
            () => DeclareAsync(BlueGreen(Slot.Green, green: ("v1.2.2", 100))),
            Throws.Exception.With.Message.Contains(
                "admin: blue has no tag. On App Service blue is the site itself, so the first release goes there."));

    private static object Setting(DeclaredResource site, string name) =>
        site.List("siteConfig.appSettings").Cast<IReadOnlyDictionary<string, object>>()
            .Single(setting => (string)setting["name"] == name)["value"];

    private static Task<DeclaredResources> DeclareAsync(BlueGreenRelease release, string? subnetId = null) =>
        ProgramRecorder.RunAsync(options =>
            _ = new BlueGreenSite("admin", new BlueGreenSiteArgs(Fixture.Sites(subnetId), Admin, release), options));
}
