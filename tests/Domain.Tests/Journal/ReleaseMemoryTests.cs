using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Numbers;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Tests.Support.Journals;
using static ReleaseInfra.Tests.Support.Journals.Beginnings;

namespace ReleaseInfra.Domain.Tests.Journal;

public sealed class ReleaseMemoryTests
{
    private static readonly Look Look = Looks.At(Looks.AllNumbers.OfType<OldAndNew>().First());

    private static readonly TestCaseData[] Troubles =
    [
        Trouble(null),
        Trouble(null, new PreflightPassed(), new NewVersionReady()),
        Trouble(null, new EvidenceMissing("no metrics"), new Resumed("ann"), new Paused("ann", "lunch"), new Interrupted()),
        Trouble("work failed", new WorkFailed("409")),
        Trouble("gate failed", new GateFailed("6 % of 5 %")),
        Trouble("deadline passed", new DeadlinePassed()),
        Trouble("abort requested", new AbortRequested("ann", "wrong tag")),
        Trouble("rollback requested", new RollBackRequested("ann", "complaints")),
        Trouble("freeze met", new FreezeMet("night")),
        Trouble("work failed", new GateFailed("6 % of 5 %"), new WorkFailed("409"), new ServiceReturned("web")),
    ];

    [TestCaseSource(nameof(Troubles))]
    public void LastTrouble_IsWhatMadeTheReleaseBeLeft(string? expected, RolloutEvent[] happened) => Assert.That(
        happened.Aggregate(ReleaseMemory.None, (memory, one) => memory.After(new Happened(one, "somewhere"))).LastTrouble, Is.EqualTo(expected));

    [Test]
    public void Weights_AreTheLastThatWereReadBack_OfEachService()
    {
        var story = ReleaseStory.Of(Group)
            .Then(new TrafficWritten("web", Weights.Of(("web--green", 50))))
            .Then(new TrafficReadBack("web", Weights.Of(("web--green", 10))))
            .Then(new TrafficReadBack("web", Weights.Of(("web--green", 100))))
            .Then(new TrafficReadBack("worker", Weights.Of(("worker--blue", 100))));
        var memory = ReleaseMemory.Of(story.Records);

        Assert.That(memory.Weights.Keys, Is.EquivalentTo(new[] { "web", "worker" }));
        Assert.That(memory.Weights["web"], Is.EqualTo(Weights.Of(("web--green", 100))));
    }

    [Test]
    public void Executions_AreKeptInTheirOrder() => Assert.That(
        ReleaseMemory.Of(ReleaseStory.Of(Web).Then(new JobStarted("job-1")).Then(new JobStarted("job-2")).Records).Executions,
        Is.EqualTo(new[] { new JobStarted("job-1"), new JobStarted("job-2") }));

    // Whoever takes over compares from where the one before left off: begun anew, many looks would be as many chances of a false alarm.
    [Test]
    public void Comparison_GoesOnFromLookToLook()
    {
        var first = Judged.Of("new against old", "web", Look, 1000, Comparison.None);
        var second = Judged.Of("new against old", "web", Look, 1000, Look.After(Comparison.None));
        var memory = ReleaseMemory.Of(ReleaseStory.Of(Web).Then(first).Then(second).Records);

        var (once, twice) = (Look.After(Comparison.None).Test, Look.After(Look.After(Comparison.None)).Test);
        var remembered = memory.Comparison("new against old", "web").Test;
        Assert.That((remembered.New, remembered.Evidence), Is.EqualTo((twice.New, twice.Evidence)));
        Assert.That((remembered.New, remembered.Evidence), Is.Not.EqualTo((once.New, once.Evidence)));
    }

    [Test]
    public void Comparison_IsOfOneGateAndOneService()
    {
        var memory = ReleaseMemory.None.After(Judged.Of("new against old", "web", Look, 1000, Comparison.None));

        Assert.That(
            new[] { memory.Comparison("new against old", "api"), memory.Comparison("error rate", "web"), memory.Comparison("new against old", null) },
            Is.All.EqualTo(Comparison.None));
    }

    private static TestCaseData Trouble(string? expected, params RolloutEvent[] happened) =>
        new TestCaseData(expected, happened).SetArgDisplayNames(string.Join(", ", happened.Select(one => one.Kind).DefaultIfEmpty("nothing")));
}
