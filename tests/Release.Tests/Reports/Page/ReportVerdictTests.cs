using ReleaseInfra.Cli.Reports.Page;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Release.Tests.Display;
using ReleaseInfra.Tests.Support.Journals;

namespace ReleaseInfra.Release.Tests.Reports.Page;

public sealed class ReportVerdictTests
{
    private static readonly Observed Rehearsed = new()
    {
        Versions = [],
        Clients = new ClientFigures(12_000, 11_999, 20, 1, null),
        Return = TimeSpan.FromSeconds(12),
        Compression = 20,
    };

    private static IEnumerable<TestCaseData> Ends()
    {
        yield return End("settled", ReleaseStory.Settled(), new(
            "passed", "v1.2.3 passed", "Every step was taken; no gate measured anything.", "v1.2.3 has all traffic of production."));
        yield return End("turned back", Watched.TurnedBack(), new(
            "back", "v1.2.3 was rolled back", "60 of 1000 requests failed (6\u00a0%), limit 5\u00a0%.",
            "Old versions have all traffic of production again, 3s after the decision."));
        yield return End("never in traffic", ReleaseStory.Of(Beginnings.Web).Then(new PreflightPassed()).Then(new WorkFailed("no such image"))
            .Then(new Domain.Journal.Entries.WorkBegan(new Domain.Journal.Works.WeightChange("web", 0))).Then(new ServiceReturned("web")), new(
            "back", "v1.2.3 was rolled back", "No such image.", "Old versions have all traffic of production; new ones never had any."));
        yield return End("aborted", ReleaseStory.Of(Beginnings.Web).Then(new AbortRequested("ann", "not today")), new(
            "left", "v1.2.3 was left", "Aborted by ann: not today.", "Nothing that runs in production was changed."));
        yield return End("held", Watched.Baking().Then(new EvidenceMissing("no metrics")), new(
            "held", "v1.2.3 is held", "No evidence: no metrics.", "In production, web has 10 % on v1.2.3."));
        yield return End("baking", Watched.Baking(), new(
            "open", "v1.2.3 is under way", "It is baking at 10 %.", "In production, web has 10 % on v1.2.3."));
        yield return End("going back", Watched.Baking().Then(new GateFailed("6 %")), new(
            "back", "v1.2.3 is being rolled back", "6\u00a0%.", "In production, web has 10 % on v1.2.3."));
    }

    private static IEnumerable<TestCaseData> Rehearsals()
    {
        yield return End(
            "settled", ReleaseStory.Settled(),
            "In production this release would have all traffic on v1.2.3 after 11m, and one request would be lost; "
            + "20 requests would fail by the fault, and no gate would say so.");
        yield return End(
            "turned back", Watched.TurnedBack(),
            "In production this release would go back by itself: old versions would serve everybody again 12s after the decision, "
            + "and 21 requests would have failed until then.");
        yield return End(
            "aborted", ReleaseStory.Of(Beginnings.Web).Then(new AbortRequested("ann", "not today")),
            "In production this release would end here, before anything that runs is changed.");
        yield return End(
            "held", Watched.Baking().Then(new EvidenceMissing("no metrics")),
            "In production this release would stand still here until somebody goes on, or its deadline passes.");
        yield return End("baking", Watched.Baking(), "In production this release would be on its way at this point.");
    }

    [TestCaseSource(nameof(Ends))]
    public void Verdict_OfEveryEnd(ReleaseStory story, object expected) =>
        Assert.That(Verdict(ReportedReleases.Of(story)), Is.EqualTo(expected));

    [TestCaseSource(nameof(Rehearsals))]
    public void Rehearsal_SaysWhatWouldHappen(ReleaseStory story, object expected) =>
        Assert.That(Verdict(ReportedReleases.Of(story) with { Observed = Rehearsed }).Meaning, Is.EqualTo(expected));

    [Test]
    public void Measured_SaysHowMuch() => Assert.That(
        Verdict(ReportedReleases.Good()).Why,
        Is.EqualTo("Its gates passed in every step and while all traffic was watched for 12m25s: 92 measurements."));

    private static ReportVerdict Verdict(ReleaseReport report) => ReportFacts.Of(report).Verdict;

    private static TestCaseData End(string name, ReleaseStory story, object expected) =>
        new TestCaseData(story, expected).SetArgDisplayNames(name);

    private static TestCaseData End(string name, ReleaseStory story, ReportVerdict expected) => End(name, story, (object)expected);
}
