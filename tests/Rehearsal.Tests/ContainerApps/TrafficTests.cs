using ReleaseInfra.Rehearsal.ContainerApps;
using static ReleaseInfra.Rehearsal.Tests.ContainerApps.AppOf;

namespace ReleaseInfra.Rehearsal.Tests.ContainerApps;

public sealed class TrafficTests
{
    private const string App = "Microsoft.App/containerApps 'web': ";

    private static readonly TestCaseData[] Refused =
    [
        new TestCaseData(new object[] { To("web--v1", 60), To("web--v2", 30) }, "the traffic weights sum to 90, not to 100.").SetArgDisplayNames("sum"),
        new TestCaseData(
            new object[] { To("web--v9", 100) },
            "the traffic names the revision 'web--v9', which does not exist. The app has: web--v1.").SetArgDisplayNames("unknown revision"),
        new TestCaseData(
            new object[] { To("web--v1", 120) }, "the weight 120 is not a whole number from 0 to 100.").SetArgDisplayNames("weight"),
        new TestCaseData(
            new object[] { To("web--v1", 50, "blue"), To("web--v2", 50, "blue") },
            "the label 'blue' is given to 2 traffic entries; it belongs to one revision.").SetArgDisplayNames("label twice"),
        new TestCaseData(
            new object[] { To("web--v1", 100, "Blue") },
            "the label 'Blue' is not lower-case letters, digits and single hyphens, a letter first, no hyphen last, 64 characters at most.")
            .SetArgDisplayNames("label form"),
        new TestCaseData(new object[] { ToLatest(50), ToLatest(50) }, "more than one traffic entry is for latestRevision.").SetArgDisplayNames("latest twice"),
        new TestCaseData(
            new object[] { SmallAzure.Map(("weight", 100)) },
            "a traffic entry names no revision, no label and not latestRevision.").SetArgDisplayNames("no target"),
        new TestCaseData(
            new object[] { SmallAzure.Map(("revisionName", "web--v1"), ("latestRevision", true), ("weight", 100)) },
            "a traffic entry names the revision 'web--v1' and latestRevision; it takes one of them.").SetArgDisplayNames("two targets"),
        new TestCaseData(
            new object[] { ToLabel("green", 100) }, "the traffic names the label 'green', which no revision has.").SetArgDisplayNames("unknown label"),
    ];

    [TestCaseSource(nameof(Refused))]
    public async Task Rejects_Traffic(object[] traffic, string message)
    {
        using var small = await OpenAsync();
        await new AppOf { Suffix = "v1" }.PutAsync(small);

        var refusal = await new AppOf { Suffix = "v2", Traffic = traffic }.RefusalAsync(small);

        Assert.That((refusal.Status, refusal.Code, refusal.Message), Is.EqualTo((400, "BadRequest", App + message)));
        Assert.That(await small.Azure.ContainerApps.ListAsync(AppId, default), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Put_NamesTheRevisionThatItMakes()
    {
        using var small = await OpenAsync();

        await new AppOf { Suffix = "v1", Traffic = [To("web--v1", 100, "blue")] }.PutAsync(small);
        await new AppOf { Suffix = "v2", Traffic = [To("web--v1", 90, "blue"), To("web--v2", 10, "green")] }.PutAsync(small);

        Assert.That(await TrafficAsync(small), Is.EqualTo(new[] { new TrafficShare("web--v1", 90, "blue"), new TrafficShare("web--v2", 10, "green") }));
    }

    [Test]
    public async Task Omitted_EverythingGoesToTheNewest()
    {
        using var small = await OpenAsync();
        await new AppOf { Suffix = "v1" }.PutAsync(small);

        await new AppOf { Suffix = "v2" }.PutAsync(small);

        Assert.That(await TrafficAsync(small), Is.EqualTo(new[] { new TrafficShare("web--v2", 100, null) }));
    }

    [Test]
    public async Task MayGoToAnInactiveRevision()
    {
        using var small = await OpenAsync();
        await new AppOf { Suffix = "v1" }.PutAsync(small);
        await new AppOf { Suffix = "v2" }.PutAsync(small);
        await small.Azure.ContainerApps.DeactivateAsync(AppId, "web--v1", default);

        await new AppOf { Suffix = "v2", Traffic = [To("web--v1", 100)] }.PutAsync(small);

        Assert.That(await TrafficAsync(small), Is.EqualTo(new[] { new TrafficShare("web--v1", 100, null) }));
    }

    [Test]
    public async Task Label_Moves()
    {
        using var small = await OpenAsync();
        await new AppOf { Suffix = "v1", Traffic = [To("web--v1", 100, "live")] }.PutAsync(small);

        await new AppOf { Suffix = "v2", Traffic = [To("web--v1", 0), To("web--v2", 100, "live")] }.PutAsync(small);

        Assert.That((await small.Azure.ContainerApps.GetAsync(AppId, "web--v2", default)).Labels.Keys, Is.EqualTo(new[] { "live" }));
        Assert.That((await small.Azure.ContainerApps.GetAsync(AppId, "web--v1", default)).Labels, Is.Empty);
    }

    [Test]
    public async Task Label_Alone_IsItsRevisionFromThenOn()
    {
        using var small = await OpenAsync();
        await new AppOf { Suffix = "v1", Traffic = [To("web--v1", 100, "blue")] }.PutAsync(small);

        await new AppOf { Suffix = "v2", Traffic = [ToLabel("blue", 100), To("web--v2", 0, "green")] }.PutAsync(small);

        Assert.That(await TrafficAsync(small), Is.EqualTo(new[] { new TrafficShare("web--v1", 100, "blue"), new TrafficShare("web--v2", 0, "green") }));
    }

    [Test]
    public async Task SingleMode_RefusesWeights()
    {
        using var small = await OpenAsync();

        var refusal = await new AppOf { Mode = "Single", Suffix = "v1", Traffic = [To("web--v1", 100)] }.RefusalAsync(small);

        Assert.That(refusal, Is.EqualTo(new AzureError(
            400,
            "BadRequest",
            App + "traffic weights need activeRevisionsMode 'Multiple'; in mode 'Single' the latest ready revision gets everything.",
            "configuration.ingress.traffic")));
    }

    [Test]
    public async Task Patch_OfTraffic_MakesNoRevision()
    {
        using var small = await OpenAsync();
        await new AppOf { Suffix = "v1", Traffic = [To("web--v1", 100)] }.PutAsync(small);
        await new AppOf { Suffix = "v2", Traffic = [To("web--v1", 100)] }.PutAsync(small);

        await small.Azure.Resources.PatchAsync(
            AppId,
            new Dictionary<string, object?>
            {
                ["configuration"] = new Dictionary<string, object?>
                {
                    ["ingress"] = new Dictionary<string, object?> { ["traffic"] = new[] { To("web--v1", 50), To("web--v2", 50) } },
                },
            },
            default);

        Assert.That(await TrafficAsync(small), Is.EqualTo(new[] { new TrafficShare("web--v1", 50, null), new TrafficShare("web--v2", 50, null) }));
        Assert.That(await small.Azure.ContainerApps.ListAsync(AppId, default), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task WithoutIngress_ThereIsNone()
    {
        using var small = await OpenAsync();

        await new AppOf { Mode = "Single", HasIngress = false }.PutAsync(small);

        Assert.That(await TrafficAsync(small), Is.Empty);
    }

    private static async Task<TrafficShare[]> TrafficAsync(SmallAzure small) => [.. await small.Azure.ContainerApps.TrafficAsync(AppId, default)];
}
