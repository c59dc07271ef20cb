using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Numbers;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Tests.Support.Journals;

namespace ReleaseInfra.Release.Tests.Display;

/// <summary>A release of <c>web</c> that is turned back at 10 %, with all that is measured on the way.</summary>
internal static class Watched
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly EvidenceFloor Floor = new(5, 100);
    private static readonly GateTerms Terms = new() { Interval = TimeSpan.FromSeconds(30), Evidence = Floor };

    /// <summary>Until it bakes, with the first looks of its gates.</summary>
    public static ReleaseStory Baking(DateTimeOffset? at = null) => ReleaseStory.Of(Beginnings.Web, at)
        .Then(new WorkBegan(new PreflightChecks()))
        .Then(new PreflightPassed())
        .Then(new WorkBegan(new Deployment("web")))
        .Then(new NewVersionReady())
        .Then(new SmokePassed())
        .Then(new StepBegan())
        .Then(new WorkBegan(new WeightChange("web", 10)), Second)
        .Then(new TrafficWritten("web", Weights.Of(("web--blue-v1-2-2", 90), ("web--green-v1-2-3", 10))), Second)
        .Then(new TrafficReadBack("web", Weights.Of(("web--blue-v1-2-2", 90), ("web--green-v1-2-3", 10))), Second)
        .Then(ShareObserved.Of("web", Shares.Of(95, 905)))
        .Then(new ServiceMoved("web"), Second)
        .Then(Errors(1000, 10))
        .Then(Latency(420), Second);

    public static ReleaseStory TurnedBack(DateTimeOffset? at = null)
    {
        var story = Baking(at).Then(Errors(1000, 60));
        var failed = story.Records.Select(record => record.Entry).OfType<Judged>().Last().Verdict;
        return story
            .Then(GateConcluded.Of("error rate", "web", since: 13, Terms, new Decided(Seen(story).Conclude(Terms))))
            .Then(new GateFailed(failed.Message), Second)
            .Then(new WorkBegan(new WeightChange("web", 0)), Second)
            .Then(new TrafficReadBack("web", Weights.Of(("web--blue-v1-2-2", 100), ("web--green-v1-2-3", 0))), Second)
            .Then(new ServiceReturned("web"), Second);
    }

    private static GateProgress Seen(ReleaseStory story) => story.Records.Select(record => record.Entry).OfType<Judged>()
        .Where(judged => judged.Gate == "error rate")
        .Aggregate(GateProgress.None, (seen, judged) => seen.Observe(judged.Verdict, judged.Requests));

    private static Judged Errors(long requests, long failures) =>
        Judged.Of("error rate", "web", Looks.At(Looks.Errors(requests, failures)), requests, Comparison.None);

    private static Judged Latency(double milliseconds) => Judged.Of(
        "latency", "web", Looks.At(new LatencyNumbers(new(95, milliseconds, 1000), 2000, Floor)), 1000, Comparison.None);
}
