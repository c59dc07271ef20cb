using ReleaseInfra.Domain.Approvals;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Rollouts.States;
using ReleaseInfra.Tests.Support.Journals;
using static ReleaseInfra.Tests.Support.Journals.Beginnings;

namespace ReleaseInfra.Domain.Tests.Journal;

public sealed class ReleaseStandingTests
{
    [Test]
    public void Of_AWholeRelease_IsWhereItEnded()
    {
        var standing = ReleaseStanding.Of(ReleaseStory.Settled().Records);

        Assert.That(standing.State, Is.TypeOf<Settled>());
        Assert.That(standing.HasEnded, Is.True);
        Assert.That(standing.UnderWay, Is.Empty);
        Assert.That(standing.Number, Is.EqualTo(14));
        Assert.That(standing.BeganAt, Is.EqualTo(Noon));
        Assert.That(standing.LastAt, Is.EqualTo(Noon.AddMinutes(13)));
    }

    [Test]
    public void Of_ARollback_IsOver()
    {
        var standing = ReleaseStory.RolledBack().Standing;

        Assert.That(standing.State, Is.TypeOf<RolledBack>());
        Assert.That(standing.UnderWay, Is.Empty);
    }

    [Test]
    public void Rejects_NoRecord() =>
        AssertBroken(() => ReleaseStanding.Of([]), "The journal is empty: no release began.", number: 0);

    [Test]
    public void Of_AnAdoptedRelease_IsOver_AndCanBeUndone()
    {
        var adopted = ReleaseStory.Of(Web with { IsAdopted = true });

        Assert.That((adopted.Standing.State, adopted.Standing.HasEnded), Is.EqualTo((adopted.Standing.State as Settled, true)));
        Assert.That(adopted.Standing.State.NewWeight("web"), Is.EqualTo(100));
        Assert.That(
            adopted.Then(new RollBackRequested("ann", "complaints")).Then(new WorkBegan(new WeightChange("web", 0))).Then(new ServiceReturned("web")).Standing.State,
            Is.TypeOf<RolledBack>());
    }

    [Test]
    public void Rejects_AnAdoptedReleaseThatGoesForward() => AssertBroken(
        () => ReleaseStory.Of(Web with { IsAdopted = true }).Then(new Happened(new PreflightPassed(), "past preflight")),
        "Entry 2, 'preflight passed', cannot stand where it does: A release that is settled does not expect 'preflight passed'; it expects one of: rollback requested.",
        number: 2);

    private static readonly TestCaseData[] Cut =
    [
        Case("nothing", _ => { }, []),
        Case("begun", story => story.Then(new WorkBegan(new PreflightChecks())), [new PreflightChecks()]),
        Case("ended by its event", story => story.Then(new WorkBegan(new PreflightChecks())).Then(new PreflightPassed()), []),
        Case("failed", story => story.Then(new WorkBegan(new PreflightChecks())).Then(new WorkFailed("no")), []),
        Case(
            "not ended by another event",
            story => story.Then(new WorkBegan(new PreflightChecks())).Then(new Paused("ann", "lunch")),
            [new PreflightChecks()]),
        Case(
            "begun again by the next writer",
            story => story.Then(new WorkBegan(new PreflightChecks())).ThenTakenOver(TimeSpan.Zero).Then(new WorkBegan(new PreflightChecks())),
            [new PreflightChecks()]),
        Case(
            "left by the writer before",
            story => story.Then(new PreflightPassed()).Then(new WorkBegan(new Deployment("web"))).ThenTakenOver(TimeSpan.FromHours(1)),
            [new Deployment("web")]),
        Case(
            "a weight that a later one replaces",
            story => AtTheFirstStep(story)
                .Then(new WorkBegan(new WeightChange("web", 10)))
                .Then(new AbortRequested("ann", "wrong tag"))
                .Then(new WorkBegan(new WeightChange("web", 0))),
            [new WeightChange("web", 0)]),
        Case(
            "the edit after the end",
            story => story.Then(new AbortRequested("ann", "wrong tag")).Then(new WorkBegan(new ConfigurationEdit("Pulumi.production.yaml"))),
            [new ConfigurationEdit("Pulumi.production.yaml")]),
        Case(
            "the edit that is done",
            story => story
                .Then(new WorkBegan(new ConfigurationEdit("Pulumi.production.yaml")))
                .Then(new WorkEnded(new ConfigurationEdit("Pulumi.production.yaml"))),
            []),
    ];

    [TestCaseSource(nameof(Cut))]
    public void UnderWay_IsWhatBeganAndDidNotEnd(Action<ReleaseStory> tell, Work[] underWay)
    {
        var story = ReleaseStory.Of(Web);
        tell(story);

        Assert.That(ReleaseStanding.Of(story.Records).UnderWay, Is.EqualTo(underWay));
    }

    [Test]
    public void UnderWay_OfAGroup_IsEndedServiceByService()
    {
        var story = ReleaseStory.Of(Group)
            .Then(new PreflightPassed())
            .Then(new WorkBegan(new Backup())).Then(new BackupTaken())
            .Then(new WorkBegan(new Migration())).Then(new MigrationDone())
            .Then(new WorkBegan(new Deployment("web"))).Then(new NewVersionReady())
            .Then(new WorkBegan(new SmokeTests())).Then(new SmokePassed())
            .Then(new DrillBegan())
            .Then(new WorkBegan(new WeightChange("web", 1)))
            .Then(new WorkBegan(new WeightChange("web", 0)))
            .Then(new DrillReturned(TimeSpan.FromSeconds(3)))
            .Then(new StepBegan())
            .Then(new Approved("lead"))
            .Then(new WorkBegan(new WeightChange("web", 100)))
            .Then(new WorkBegan(new Deployment("worker")))
            .Then(new ServiceMoved("worker"));

        Assert.That(story.Standing.UnderWay, Is.EqualTo(new Work[] { new WeightChange("web", 100) }));
    }

    [Test]
    public void Since_IsWhenTheStateWasEntered_AndStaysWhereAnEventChangesNothing()
    {
        var story = ReleaseStory.Of(Web)
            .Then(new Paused("ann", "lunch"))
            .Then(new NoteWritten("ann", "back at one"))
            .Then(new Interrupted())
            .ThenTakenOver(TimeSpan.FromMinutes(30));

        Assert.That(story.Standing.Since, Is.EqualTo(Noon.AddMinutes(1)));
        Assert.That(story.Standing.LastAt, Is.EqualTo(Noon.AddMinutes(33)));
    }

    [Test]
    public void Approvals_AreKeptInTheirOrder()
    {
        var (yes, no) = (new Approval("lead", "hash", Noon), new Approval("lead", "hash", Noon, Agrees: false));
        var story = ReleaseStory.Of(Web).Then(new ApprovalGiven(yes, Noon.AddHours(1))).Then(new ApprovalGiven(no, Noon.AddHours(1)));

        Assert.That(story.Standing.Approvals, Is.EqualTo(new[] { yes, no }));
    }

    private static readonly TestCaseData[] Impossible =
    [
        Refused(
            "another beginning", Record(2, Web),
            "Entry 2, 'release began', cannot stand where it does: the release began before."),
        Refused(
            "a gap", Record(3, Note),
            "Entry 3, 'note', cannot stand where it does: number 2 was to come."),
        Refused(
            "a repetition", Record(1, Note),
            "Entry 1, 'note', cannot stand where it does: number 2 was to come."),
        Refused(
            "a stale writer", Record(2, Note, epoch: 3),
            "Entry 2, 'note', cannot stand where it does: it was written in epoch 3, and epoch 4 had begun."),
        Refused(
            "a writer of the same epoch", Record(2, new WriterTookOver("bob@desk", "process 7 on desk", 0)),
            "Entry 2, 'writer took over', cannot stand where it does: it was written in epoch 4, and epoch 4 had begun."),
        Refused(
            "a writer that took over from nobody", Record(2, Note, epoch: 5),
            "Entry 2, 'note', cannot stand where it does: it was written in epoch 5, which no writer had taken over from epoch 4."),
        Refused(
            "an event out of its state", Record(2, new Happened(new GatesPassed(), "complete")),
            "Entry 2, 'gates passed', cannot stand where it does: A release that is planned does not expect 'gates passed'; it expects one of: " +
            "preflight passed, approval missing, freeze met, work failed, deadline passed, abort requested, rollback requested, paused, interrupted."),
        Refused(
            "another state", Record(2, new Happened(new PreflightPassed(), "complete")),
            "Entry 2, 'preflight passed', cannot stand where it does: it led to 'complete', and by this program's rules it leads to 'past preflight'."),
        Refused(
            "an end without a beginning", Record(2, new WorkEnded(new Backup())),
            "Entry 2, 'work ended', cannot stand where it does: 'the backup' was not under way."),
        Refused(
            "another release's service", Record(2, new WorkBegan(new WeightChange("api", 10))),
            "Entry 2, 'work began', cannot stand where it does: the release has no service 'api'; it has web."),
        Refused(
            "traffic of another release's service", Record(2, new TrafficReadBack("api", Weights.Of(("api--blue", 100)))),
            "Entry 2, 'traffic read back', cannot stand where it does: the release has no service 'api'; it has web."),
    ];

    [TestCaseSource(nameof(Impossible))]
    public void Rejects_RecordThatCannotFollow(JournalRecord record, string message)
    {
        var begun = ReleaseStanding.Begin(new JournalRecord(1, Noon, 4, Web));

        AssertBroken(() => begun.Next(record), message, record.Number);
    }

    [Test]
    public void Rejects_EffectThatNobodyMeant() => AssertBroken(
        () => ReleaseStory.Of(Web).Then(new PreflightPassed()).Then(new NewVersionReady()),
        "Entry 3, 'new version ready', cannot stand where it does: it reports work that was never begun.", number: 3);

    [Test]
    public void Rejects_WorkAfterTheEnd() => AssertBroken(
        () => ReleaseStory.RolledBack().Then(new WorkBegan(new WeightChange("web", 10))),
        "Entry 12, 'work began', cannot stand where it does: the release is rolled back, and no work of its own is left.", number: 12);

    [Test]
    public void Rejects_AnotherBeginning() => AssertBroken(
        () => ReleaseStanding.Begin(Record(1, Note)),
        "Entry 1, 'note', cannot stand where it does: a journal begins with 'release began'.", number: 1);

    [Test]
    public void Rejects_BeginningInTheMiddle() => AssertBroken(
        () => ReleaseStanding.Begin(Record(7, Web)),
        "Entry 7, 'release began', cannot stand where it does: number 1 was to come.", number: 7);

    private static NoteWritten Note => new("ann@laptop", "so far, so good");

    private static ReleaseStory AtTheFirstStep(ReleaseStory story) => story
        .Then(new PreflightPassed())
        .Then(new WorkBegan(new Deployment("web")))
        .Then(new NewVersionReady())
        .Then(new SmokePassed())
        .Then(new StepBegan());

    private static JournalRecord Record(int number, JournalEntry entry, int epoch = 4) => new(number, Noon, epoch, entry);

    private static TestCaseData Case(string name, Action<ReleaseStory> tell, Work[] underWay) =>
        new TestCaseData(tell, underWay).SetArgDisplayNames(name);

    private static TestCaseData Refused(string name, JournalRecord record, string message) =>
        new TestCaseData(record, message).SetArgDisplayNames(name);

    private static void AssertBroken(Action reading, string message, int number)
    {
        var broken = Assert.Throws<BrokenJournalException>(reading);
        Assert.That(broken.Message, Is.EqualTo(message));
        Assert.That(broken.Number, Is.EqualTo(number));
    }
}
