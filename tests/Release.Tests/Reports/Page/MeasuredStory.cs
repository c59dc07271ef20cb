using System.Collections.Immutable;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Regressions;
using ReleaseInfra.Domain.Gates.Rules;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Numbers;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Domain.Statistics;
using ReleaseInfra.Tests.Support.Journals;

namespace ReleaseInfra.Release.Tests.Reports.Page;

/// <summary>A release of web, told with what its gates measured each minute, and what they made of it.</summary>
internal sealed class MeasuredStory(ReleaseStory story)
{
    private const long PerMinute = 2400;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly EvidenceFloor Floor = new(5, 100);
    private static readonly GateTerms Terms = new() { Interval = Minute, Evidence = Floor };
    private static readonly RegressionTerms Regression = new(0.05, 0.001);

    private static readonly ReleaseBegan Beginning = Beginnings.Web with
    {
        Course = new RolloutCourse(
            [new GroupMember("web", Movement.Weighed)],
            new Canary([new TrafficStep(10, 5 * Minute), new TrafficStep(50, 5 * Minute), new TrafficStep(100, 5 * Minute)]),
            Beginnings.Web.Course.Deadlines),
    };

    private static readonly WayBackJudged Proved = new(
        "web", ["web--blue-v1-2-2 is active and healthy.", "3 of 3 replicas are ready.", "Its image is in the registry."], []);

    public ReleaseStory Story { get; } = story;

    /// <summary>Until the first step begins.</summary>
    public static MeasuredStory Started()
    {
        var told = new MeasuredStory(ReleaseStory.Of(Beginning)
            .Then(new WorkBegan(new PreflightChecks()), Second)
            .Then(Proved, 12 * Second)
            .Then(new PreflightPassed(), Second)
            .Then(new WorkBegan(new Deployment("web")), Second)
            .Then(new NewVersionReady(), 80 * Second)
            .Then(new WorkBegan(new SmokeTests()), Second));
        told.Judges("health", new HealthNumbers(new HealthAnswered(200)), 0, 4 * Second);
        told.Story.Then(new SmokePassed(), 20 * Second).Then(new StepBegan(), Second);
        return told;
    }

    public MeasuredStory Then(RolloutEvent happened)
    {
        Story.Then(happened, Second);
        return this;
    }

    public MeasuredStory Moves(int weight, int before)
    {
        Story
            .Then(Proved, Second)
            .Then(new WorkBegan(new WeightChange("web", weight)), Second)
            .Then(new TrafficWritten("web", Split(weight)), 2 * Second)
            .Then(new TrafficReadBack("web", Split(weight)), 2 * Second)
            .Then(ShareObserved.Of("web", Shares.Of(10 * weight, 10 * (100 - weight))), (before == 0 ? 50 : 30) * Second)
            .Then(new ServiceMoved("web"), Second);
        return this;
    }

    public MeasuredStory Returns()
    {
        Story
            .Then(new WorkBegan(new WeightChange("web", 0)), Second)
            .Then(new TrafficWritten("web", Split(0)), 4 * Second)
            .Then(new TrafficReadBack("web", Split(0)), 6 * Second)
            .Then(new ServiceReturned("web"), Second);
        return this;
    }

    /// <summary>All gates once, a minute after they looked before.</summary>
    public void Looks(int weight, long failures, double milliseconds)
    {
        var requests = PerMinute * weight / 100;
        Errors(requests, failures);
        Judges("p95", new LatencyNumbers(new LatencySample(95, milliseconds, requests), 2000, Floor), requests, Second);
        if (weight < 100)
            Judges("old and new", Pair(new Tally(PerMinute - requests, (PerMinute - requests) / 500), new Tally(requests, failures)), requests, Second);
        Judges("health", new HealthNumbers(new HealthAnswered(200)), 0, Second);
    }

    public Judged Errors(long requests, long failures) =>
        Judges("error rate", new ErrorRateNumbers(new Tally(requests, failures), 5, Floor), requests, Minute);

    public MeasuredStory Concludes(string gate)
    {
        var judged = Story.Records.Where(record => record.Entry is Judged one && one.Gate == gate).ToArray();
        var seen = judged.Aggregate(GateProgress.None, (progress, record) =>
            progress.Observe(((Judged)record.Entry).Verdict, ((Judged)record.Entry).Requests));
        Story.Then(GateConcluded.AtTheEnd(gate, "web", judged[0].Number, Terms, seen), Second);
        return this;
    }

    public Judged Judges(string gate, Reading<GateNumbers> reading)
    {
        var look = new Look(Story.Standing.LastAt + Minute, Minute, reading);
        return Judges(gate, look, 0, Minute);
    }

    private Judged Judges(string gate, GateNumbers numbers, long requests, TimeSpan after)
    {
        var at = Story.Standing.LastAt + after;
        return Judges(gate, new Look(at, Minute, new Measured<GateNumbers>(numbers, at)), requests, after);
    }

    private Judged Judges(string gate, Look look, long requests, TimeSpan after)
    {
        var judged = Judged.Of(gate, "web", look, requests, ReleaseMemory.Of(Story.Records).Comparison(gate, "web"));
        Story.Then(judged, after);
        return judged;
    }

    private static OldAndNew Pair(Tally old, Tally @new) => new(old, @new, Renews: false, Regression, Floor);

    private static ImmutableSortedDictionary<string, int> Split(int weight) =>
        Weights.Of(("web--blue-v1-2-2", 100 - weight), ("web--green-v1-2-3", weight));
}
