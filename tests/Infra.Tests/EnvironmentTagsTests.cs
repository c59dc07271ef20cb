using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Infra.Tests;

public sealed class EnvironmentTagsTests
{
    [Test]
    public void Of_OwnTags_CannotClaimAnotherEnvironment()
    {
        var settings = SettingsFixtures.Production;

        Assert.That(
            EnvironmentTags.Of(settings with { Tags = settings.Tags.Add("environment", "dev") }),
            Is.EquivalentTo(new Dictionary<string, string>
            {
                ["application"] = "app",
                ["cost-center"] = "1234",
                ["environment"] = "production",
                ["managed-by"] = "pulumi",
            }));
    }
}
