using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;
using static ReleaseInfra.Tests.Support.SettingsFixtures;

namespace ReleaseInfra.Domain.Tests.Releases;

public sealed class TrafficShareTests
{
    private static readonly AzureName App = new AzureNames("example", "app", StackName.Production, NameOverrides.None).ContainerApp("web");

    private static IEnumerable<TestCaseData> Tables()
    {
        yield return Case("FirstCreation", BlueGreen(Slot.Blue, blue: ("v1.0.0", 100)), "blue app-web-prod--blue-v1-0-0 100");
        yield return Case(
            "NewestDark",
            BlueGreen(Slot.Green, blue: ("v1.0.0", 100), green: ("v1.1.0", 0)),
            "blue app-web-prod--blue-v1-0-0 100", "green app-web-prod--green-v1-1-0 0");
        yield return Case(
            "Canary",
            BlueGreen(Slot.Green, blue: ("v1.0.0", 90), green: ("v1.1.0", 10)),
            "blue app-web-prod--blue-v1-0-0 90", "green app-web-prod--green-v1-1-0 10");
        yield return Case(
            "CutOver",
            BlueGreen(Slot.Green, blue: ("v1.0.0", 0), green: ("v1.1.0", 100)),
            "green app-web-prod--green-v1-1-0 100");
        yield return Case(
            "NewestTakenBack",
            BlueGreen(Slot.Blue, blue: ("v1.0.0", 100), green: ("v1.1.0", 0)),
            "blue app-web-prod--blue-v1-0-0 100");
    }

    [TestCaseSource(nameof(Tables))]
    public void Of_Release_IsTheWholeTable(BlueGreenRelease release, string[] rows) =>
        Assert.That(
            TrafficShare.Of(App, release).Select(share => $"{share.Slot.Name()} {share.Revision} {share.Weight}"),
            Is.EqualTo(rows));

    [Test]
    public void Of_SameTagAgain_NamesItsRevision()
    {
        var release = BlueGreen(Slot.Blue, blue: ("v1.0.0", 100));
        release = release with { Blue = release.Blue with { Revision = 2 } };

        Assert.That(TrafficShare.Of(App, release).Single().Revision, Is.EqualTo("app-web-prod--blue-v1-0-0-r2"));
    }

    [Test]
    public void Rejects_WeightWithoutTag()
    {
        var release = BlueGreen(Slot.Blue, blue: ("v1.0.0", 50));
        release = release with { Green = release.Green with { Weight = 50 } };

        Assert.That(
            () => TrafficShare.Of(App, release),
            Throws.ArgumentException.With.Message.StartsWith("app-web-prod: slot green is to be served but has no tag."));
    }

    private static TestCaseData Case(string name, BlueGreenRelease release, params string[] rows) =>
        new TestCaseData(release, rows).SetArgDisplayNames(name);
}
