using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;

namespace ReleaseInfra.Tests.Support.Journals;

/// <summary>A release told entry by entry, as a journal would have it; a minute passes with each.</summary>
public sealed class ReleaseStory
{
    private readonly List<JournalRecord> _records;

    private ReleaseStory(ReleaseBegan began, DateTimeOffset at)
    {
        _records = [new JournalRecord(1, at, 1, began)];
        Standing = ReleaseStanding.Of(_records);
    }

    public IReadOnlyList<JournalRecord> Records => _records;

    public ReleaseStanding Standing { get; private set; }

    public static ReleaseStory Of(ReleaseBegan began, DateTimeOffset? at = null) => new(began, at ?? Beginnings.Noon);

    /// <summary>Of <see cref="Beginnings.Web"/>, until all traffic is on the new version and baked.</summary>
    public static ReleaseStory Completed(DateTimeOffset? at = null) => Of(Beginnings.Web, at)
        .Then(new PreflightPassed())
        .Then(new WorkBegan(new Deployment("web")))
        .Then(new NewVersionReady())
        .Then(new SmokePassed())
        .Then(new StepBegan())
        .ThenMoved("web", 10)
        .Then(new GatesPassed())
        .ThenMoved("web", 100)
        .Then(new GatesPassed());

    public static ReleaseStory Settled(DateTimeOffset? at = null) => Completed(at).Then(new WatchBegan()).Then(new WatchPassed());

    /// <summary>Of <see cref="Beginnings.Web"/>, back again from its first step.</summary>
    public static ReleaseStory RolledBack(DateTimeOffset? at = null) => Of(Beginnings.Web, at)
        .Then(new PreflightPassed())
        .Then(new WorkBegan(new Deployment("web")))
        .Then(new NewVersionReady())
        .Then(new SmokePassed())
        .Then(new StepBegan())
        .ThenMoved("web", 10)
        .Then(new GateFailed("6 of 100 requests failed (6 %), limit 5 %."))
        .Then(new WorkBegan(new WeightChange("web", 0)))
        .Then(new ServiceReturned("web"));

    public ReleaseStory Then(JournalEntry entry, TimeSpan? after = null, int epochs = 0)
    {
        var record = new JournalRecord(
            Standing.Number + 1, Standing.LastAt + (after ?? TimeSpan.FromMinutes(1)), Standing.Epoch + epochs, entry);
        Standing = Standing.Next(record);
        _records.Add(record);
        return this;
    }

    public ReleaseStory Then(RolloutEvent happened, TimeSpan? after = null) =>
        Then(new Happened(happened, RolloutState.Next(Standing.State, happened).Words), after);

    public ReleaseStory ThenMoved(string service, int weight) =>
        Then(new WorkBegan(new WeightChange(service, weight))).Then(new ServiceMoved(service));

    public ReleaseStory ThenTakenOver(TimeSpan after) =>
        Then(new WriterTookOver("bob@desk", "process 7 on desk", 0), after, epochs: 1);
}
