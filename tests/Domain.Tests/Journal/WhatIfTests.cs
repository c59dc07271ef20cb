using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Regressions;
using ReleaseInfra.Domain.Gates.Rules;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Numbers;
using ReleaseInfra.Domain.Journal.Replays;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Tests.Support.Journals;
using static ReleaseInfra.Tests.Support.Journals.Beginnings;

namespace ReleaseInfra.Domain.Tests.Journal;

public sealed class WhatIfTests
{
    private static readonly GateTerms Terms = new() { Interval = TimeSpan.FromSeconds(10), Evidence = new EvidenceFloor(1, 100) };

    [TestCase("errors=0.9%", 13, 12, "error rate of web failed: 1 of 1 measurements failed, limit 0. 10 of 1000 requests failed (1 %), limit 0.9 %.")]
    [TestCase("errors=2%", 14, 13, "error rate of web failed: 1 of 2 measurements failed, limit 0. 30 of 1000 requests failed (3 %), limit 2 %.")]
    public void With_StricterLimits_GoesBackAtTheFirstFailure(string threshold, int number, int minute, string said) =>
        Assert.That(
            With(Through(10, 30), threshold),
            Is.EqualTo(new WouldHaveGoneBack(number, Noon.AddMinutes(minute), said, Earlier: null)));

    [Test]
    public void With_StricterLimits_SaysHowMuchEarlier() =>
        Assert.That(
            With(Back(10, 30, 60), "errors=2%"),
            Is.EqualTo(new WouldHaveGoneBack(
                14,
                Noon.AddMinutes(13),
                "error rate of web failed: 1 of 2 measurements failed, limit 0. 30 of 1000 requests failed (3 %), limit 2 %.",
                TimeSpan.FromMinutes(1))));

    [Test]
    public void With_LaxerLimits_DoesNotGoBack_AndKnowsNoMore() =>
        Assert.That(
            With(Back(10, 60), "errors=10%"),
            Is.EqualTo(new WouldNotHaveGoneBack(14, Noon.AddMinutes(13), "error rate of web undecided")));

    [TestCase("errors=5%")]
    [TestCase("p95=800ms")]
    [TestCase("errors=4%")]
    public void With_LimitsThatChangeNothing_IsTheSameCourse(string threshold) =>
        Assert.That(With(Through(10, 30), threshold), Is.EqualTo(new SameCourse(3, Otherwise: 0)));

    [Test]
    public void With_TheSameFailure_IsTheSameCourse() =>
        Assert.That(With(Back(10, 60), "errors=2%"), Is.EqualTo(new SameCourse(3, 0)));

    [Test]
    public void With_AMeasurementWhoseTermsAreUnknown_CannotTell()
    {
        var story = Baking().Then(Errors(30)).Then(new GateFailed("something else"));

        Assert.That(With(story, "errors=2%"), Is.EqualTo(new CannotBeTold(
            13, Noon.AddMinutes(12), "error rate of web failed: 30 of 1000 requests failed (3 %), limit 2 %.")));
    }

    [Test]
    public void With_AFailureThatNothingRecordedExplains_LetsItStand() =>
        Assert.That(With(ReleaseStory.RolledBack(), "errors=100%"), Is.EqualTo(new NothingJudged()));

    [Test]
    public void With_AGateThatComesToNothing_IsHeld()
    {
        var level = new LevelNumbers(new Level("database CPU", 60, "%"), 80);
        var terms = Terms with { Evidence = new EvidenceFloor(2, 0), FailureLimit = 3 };
        var looks = Enumerable.Repeat(Level(level), 3).ToArray();
        var progress = looks.Aggregate(GateProgress.None, (seen, judged) => seen.Observe(judged.Verdict));
        var story = looks.Aggregate(Baking(), (told, judged) => told.Then(judged))
            .Then(GateConcluded.AtTheEnd("database", null, since: 13, terms, progress))
            .Then(new GatesPassed());

        Assert.That(With(story, "database-cpu=50%"), Is.EqualTo(new WouldHaveBeenHeld(
            16,
            Noon.AddMinutes(15),
            "database inconclusive: 0 of 3 measurements passed, 2 are needed. database CPU is 60 %, limit 50 %.")));
    }

    [Test]
    public void Rejects_UnknownThreshold() =>
        Assert.That(
            () => Thresholds.Parse(["latency=3"]),
            Throws.TypeOf<FormatException>().With.Message.EqualTo(
                "There is no threshold 'latency'. The thresholds are errors=2%, p95=800ms, database-cpu=70%, database-connections=80, " +
                "restarts=2, queue-depth=1000, alpha=0.01, tolerance=0.5%."));

    [TestCase("errors=2")]
    [TestCase("errors=-2%")]
    [TestCase("errors=101%")]
    [TestCase("errors")]
    [TestCase("p95=800")]
    [TestCase("p95=0ms")]
    [TestCase("p95=0.4ms")]
    [TestCase("p95=99999999999ms")]
    [TestCase("alpha=1")]
    [TestCase("alpha=0")]
    [TestCase("restarts=NaN")]
    public void Rejects_ThresholdValue(string text) =>
        Assert.That(() => Thresholds.Parse([text]), Throws.TypeOf<FormatException>().With.Message.StartsWith($"'{text}' is no threshold: "));

    [Test]
    public void Thresholds_LimitWhatTheyName()
    {
        var thresholds = Thresholds.Parse(["errors=2%", "p95=1.5s", "alpha=0.01", "tolerance=0.5%", "restarts=3", "errors=2.5%"]);
        var limited = Looks.AllNumbers.Select(thresholds.Limit).ToArray();

        Assert.That(limited.OfType<ErrorRateNumbers>().Select(errors => errors.LimitPercent), Is.All.EqualTo(2.5m));
        Assert.That(limited.OfType<LatencyNumbers>().Select(latency => latency.LimitMilliseconds), Is.All.EqualTo(1500));
        Assert.That(limited.OfType<RegressionNumbers>().Select(numbers => numbers.Terms), Is.All.EqualTo(new RegressionTerms(0.01, 0.005)));
        Assert.That(limited.OfType<LevelNumbers>(), Is.EqualTo(Looks.AllNumbers.OfType<LevelNumbers>()));
        Assert.That(limited.OfType<HealthNumbers>(), Is.EqualTo(Looks.AllNumbers.OfType<HealthNumbers>()));
    }

    private static Hindsight With(ReleaseStory story, string threshold) =>
        WhatIf.With(story.Records, Thresholds.Parse([threshold]).Limit);

    /// <summary>Until it bakes at 10 %, which is record 12.</summary>
    private static ReleaseStory Baking() => ReleaseStory.Of(Web)
        .Then(new NoteWritten("ann@laptop", "here we go"))
        .Then(new NoteWritten("ann@laptop", "soon"))
        .Then(new PreflightPassed())
        .Then(new WorkBegan(new Domain.Journal.Works.Deployment("web")))
        .Then(new NewVersionReady())
        .Then(new SmokePassed())
        .Then(new StepBegan())
        .ThenMoved("web", 10)
        .Then(new NoteWritten("ann@laptop", "now"))
        .Then(new NoteWritten("ann@laptop", "at last"));

    private static ReleaseStory Through(params int[] failures) => Judge(failures).Then(new GatesPassed());

    private static ReleaseStory Back(params int[] failures) => Judge(failures).Then(new GateFailed("6 %"), TimeSpan.Zero);

    private static ReleaseStory Judge(int[] failures)
    {
        var (story, progress) = (Baking(), GateProgress.None);
        foreach (var judged in failures.Select(Errors))
        {
            story.Then(judged);
            progress = progress.Observe(judged.Verdict, judged.Requests);
        }

        return story.Then(
            progress.Judge(Terms) is Decided decided
                ? GateConcluded.Of("error rate", "web", since: 13, Terms, decided)
                : GateConcluded.AtTheEnd("error rate", "web", since: 13, Terms, progress),
            TimeSpan.Zero);
    }

    private static Judged Errors(int failures) =>
        Judged.Of("error rate", "web", Looks.At(Looks.Errors(1000, failures)), 1000, Comparison.None);

    private static Judged Level(LevelNumbers numbers) => Judged.Of("database", null, Looks.At(numbers), 0, Comparison.None);
}
