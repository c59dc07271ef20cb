using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Domain.Tests.Releases;

public sealed class RevisionNamesTests
{
    [TestCase(Slot.Green, "v1.2.3", 1, "green-v1-2-3")]
    [TestCase(Slot.Blue, "v1.2.3", 2, "blue-v1-2-3-r2")]
    [TestCase(Slot.Blue, "sha-0123456789abcdef0123456789abcdef01234567", 1, "blue-sha-0123456789ab")]
    public void Suffix_FollowsFromConfiguration(Slot slot, string tag, int revision, string expected) =>
        Assert.That(RevisionNames.Suffix(slot, ImageTag.Parse(tag), revision), Is.EqualTo(expected));

    [Test]
    public void Full_JoinsApplicationAndSuffixWithTwoHyphens()
    {
        var app = new AzureNames("example", "app", StackName.Production, NameOverrides.None).ContainerApp("web");

        Assert.That(RevisionNames.Full(app, Slot.Green, ImageTag.Parse("v1.2.3"), 1), Is.EqualTo("app-web-prod--green-v1-2-3"));
    }
}
