using ReleaseInfra.Infra.AppService;
using ReleaseInfra.Tests.Support.Programs;
using static ReleaseInfra.Tests.Support.SettingsFixtures;

namespace ReleaseInfra.Infra.Tests.AppService;

public sealed class RollingSiteTests
{
    [Test]
    public async Task Site_WithoutSlots_StandsAlone()
    {
        var declared = await ProgramRecorder.RunAsync(options =>
            _ = new RollingSite("admin", new RollingSiteArgs(Fixture.Sites(), Admin, Rolling("v1.2.2")), options));

        Assert.That(declared.Of("web:WebAppSlot"), Is.Empty);
        var site = declared.The("web:WebApp");
        Assert.That(site["siteConfig.linuxFxVersion"], Is.EqualTo("DOCKER|example.azurecr.io/app-admin:v1.2.2"));
        Assert.That(site["siteConfig.experiments"], Is.Null);
        Assert.That(site["virtualNetworkSubnetId"], Is.Null);
    }
}
