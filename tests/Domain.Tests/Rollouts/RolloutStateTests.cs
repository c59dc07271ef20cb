using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Rollouts.States;
using ReleaseInfra.Tests.Support.Rollouts;

namespace ReleaseInfra.Domain.Tests.Rollouts;

public sealed class RolloutStateTests
{
    private static readonly RolloutEvent[] ToDeployed =
        [new PreflightPassed(), new BackupTaken(), new MigrationDone(), new NewVersionReady()];

    [Test]
    public void Next_OfACanaryThatSucceeds()
    {
        var course = Courses.Canary(10, 100) with { Migrates = true, Drills = true };
        RolloutEvent[] happened =
        [
            .. ToDeployed, new SmokePassed(), new DrillBegan(), new DrillReturned(TimeSpan.FromSeconds(3)), new StepBegan(),
            new ServiceMoved("web"), new GatesPassed(), new ServiceMoved("web"), new GatesPassed(), new WatchBegan(), new WatchPassed(),
        ];

        Assert.That(Walk(course, happened).Select(state => $"{state.Words}, {state.NewWeight("web")}"), Is.EqualTo(new[]
        {
            "planned, 0", "past preflight, 0", "backed up, 0", "migrated, 0", "deployed at 0 %, 0", "smoke-tested, 0",
            "drilling the rollback, 1", "drilled, 0", "shifting web to 10 %, 0", "baking at 10 %, 10", "shifting web to 100 %, 10",
            "baking at 100 %, 100", "complete, 100", "watching, 100", "settled, 100",
        }));
    }

    [Test]
    public void Next_OfARollingRelease() => Assert.That(
        Words(Courses.Rolling, new PreflightPassed(), new StepBegan(), new ServiceMoved("worker"), new GatesPassed(), new WatchBegan(), new WatchPassed()),
        Is.EqualTo(new[] { "planned", "past preflight", "shifting worker to 100 %", "baking at 100 %", "complete", "watching", "settled" }));

    [Test]
    public void Next_OfAGroup_MovesInOrder_InPlaceServicesInTheLastStep_AndReturnsInReverse()
    {
        var steps = new Canary([new TrafficStep(50, Courses.Bake), new TrafficStep(100, Courses.Bake)]);
        var course = new RolloutCourse([Courses.Worker, Courses.Api, Courses.Web], steps, Courses.Deadlines);

        Assert.That(
            Words(
                course,
                new PreflightPassed(), new NewVersionReady(), new SmokePassed(), new StepBegan(),
                new ServiceMoved("api"), new ServiceMoved("web"), new GatesPassed(),
                new ServiceMoved("worker"), new ServiceMoved("api"), new GateFailed("6 % of 5 %"),
                new ServiceReturned("web"), new ServiceReturned("api"), new ServiceReturned("worker")).Skip(4),
            Is.EqualTo(new[]
            {
                "shifting api to 50 %", "shifting web to 50 %", "baking at 50 %",
                "shifting worker to 100 %", "shifting api to 100 %", "shifting web to 100 %",
                "rolling back web", "rolling back api", "rolling back worker", "rolled back",
            }));
    }

    [Test]
    public void NewWeight_MidwayThroughAStep_IsEachServicesOwn()
    {
        var steps = new Canary([new TrafficStep(50, Courses.Bake), new TrafficStep(100, Courses.Bake)]);
        var course = new RolloutCourse([Courses.Worker, Courses.Api, Courses.Web], steps, Courses.Deadlines);
        var state = Walk(
            course,
            new PreflightPassed(), new NewVersionReady(), new SmokePassed(), new StepBegan(), new ServiceMoved("api"),
            new ServiceMoved("web"), new GatesPassed(), new ServiceMoved("worker"), new ServiceMoved("api"), new WorkFailed("409"),
            new ServiceReturned("web")).Last();

        Assert.That(new[] { "worker", "api", "web" }.Select(state.NewWeight), Is.EqualTo(new[] { 100, 100, 0 }));
    }

    [Test]
    public void NewWeight_OfAnUnknownService() => Assert.That(
        () => RolloutState.Begin(Courses.BlueGreen).NewWeight("wbe"),
        Throws.ArgumentException.With.Message.StartWith("The group has no service 'wbe'; it has web."));

    [Test]
    public void Rejects_AnUnexpectedEvent_ListingWhatItExpects() => Assert.That(
        () => RolloutState.Next(Walk(Courses.Canary(10, 100), ToBaking).Last(), new BackupTaken()),
        Throws.TypeOf<UnexpectedEventException>().With.Message.EqualTo(
            "A release that is baking at 10 % does not expect 'backup taken'; it expects one of: gates passed, gate failed, "
            + "evidence missing, traffic changed by others, freeze met, work failed, deadline passed, abort requested, "
            + "rollback requested, paused, interrupted."));

    [Test]
    public void Rejects_AnotherServiceThanTheOneThatMoves() => Assert.That(
        () => RolloutState.Next(Walk(Courses.Canary(10, 100), ToBaking[..^1]).Last(), new ServiceMoved("api")),
        Throws.TypeOf<UnexpectedEventException>().With.Message.StartWith(
            "A release that is shifting web to 10 % does not expect 'service moved'; it expects one of: service moved (web), "));

    [Test]
    public void Rejects_AnythingAfterTheEnd()
    {
        var aborted = Walk(Courses.BlueGreen, new AbortRequested("ada", "wrong tag")).Last();

        Assert.That(
            () => RolloutState.Next(aborted, new RollBackRequested("ada", "complaints")),
            Throws.TypeOf<UnexpectedEventException>().With.Message.EqualTo(
                "A release that is aborted does not expect 'rollback requested'; it expects nothing more."));
    }

    private static readonly TestCaseData[] Exits =
    [
        Exit(new GateFailed("6 % of 5 %"), "rolling back web", "6 % of 5 %"),
        Exit(new WorkFailed("Azure answered 409"), "rolling back web", "Azure answered 409"),
        Exit(new DeadlinePassed(), "rolling back web", "no end of 'baking at 10 %' in time"),
        Exit(new FreezeMet("night"), "rolling back web", "the release cannot end before the freeze 'night'"),
        Exit(new AbortRequested("ada", "wrong tag"), "rolling back web", "aborted by ada: wrong tag"),
        Exit(new RollBackRequested("ada", "complaints"), "rolling back web", "asked for by ada: complaints"),
    ];

    [TestCaseSource(nameof(Exits))]
    public void Next_LeavesABake(RolloutEvent happened, string words, string reason)
    {
        var state = (RollingBack)Walk(Courses.Canary(10, 100), [.. ToBaking, happened]).Last();

        Assert.That((state.Words, state.Reason, state.From.Words), Is.EqualTo((words, reason, "baking at 10 %")));
    }

    [TestCase("held, no evidence: no metrics")]
    public void Next_WithoutEvidence_IsHeld_AndBakesAgainWhenResumed(string words)
    {
        var states = Walk(Courses.Canary(10, 100), [.. ToBaking, new EvidenceMissing("no metrics"), new Resumed("ada")]).ToArray();

        Assert.That(states[^2].Words, Is.EqualTo(words));
        Assert.That(states[^1], Is.EqualTo(states[^3]));
    }

    [Test]
    public void Next_HeldTooLong_GoesBack()
    {
        var state = Walk(Courses.Canary(10, 100), [.. ToBaking, new EvidenceMissing("no metrics"), new DeadlinePassed()]).Last();

        Assert.That(((RollingBack)state).Reason, Is.EqualTo("held too long: no evidence: no metrics"));
    }

    [Test]
    public void Next_BeforeAStepThatNeedsApproval_IsHeldAtTheWeightBefore()
    {
        var steps = new Canary([new TrafficStep(10, Courses.Bake), new TrafficStep(100, Courses.Bake, NeedsApproval: true)]);
        var course = new RolloutCourse([Courses.Web], steps, Courses.Deadlines);
        var states = Walk(course, [.. ToBaking, new GatesPassed(), new Approved("lead")]).ToArray();

        Assert.That(states[^2].Words, Is.EqualTo("held, approval is needed for the step of 100 %"));
        Assert.That(states[^2].NewWeight("web"), Is.EqualTo(10));
        Assert.That(states[^2].Deadline, Is.EqualTo(TimeSpan.FromHours(24)));
        Assert.That(states[^1].Words, Is.EqualTo("shifting web to 100 %"));
    }

    // Otherwise 'resumed' would do what only 'approved' may.
    [Test]
    public void Next_WhereTrafficChangesBeforeAnApproval_StillNeedsIt()
    {
        var steps = new Canary([new TrafficStep(10, Courses.Bake), new TrafficStep(100, Courses.Bake, NeedsApproval: true)]);
        var course = new RolloutCourse([Courses.Web], steps, Courses.Deadlines);
        RolloutEvent[] happened = [.. ToBaking, new GatesPassed(), new TrafficChangedByOthers("web is at 50 %"), new Resumed("ada"), new Approved("lead")];

        Assert.That(Words(course, happened).TakeLast(4), Is.EqualTo(new[]
        {
            "held, approval is needed for the step of 100 %", "held, traffic was changed by others: web is at 50 %",
            "held, approval is needed for the step of 100 %", "shifting web to 100 %",
        }));
    }

    [Test]
    public void Exit_IsWhereTheDeadlineLeads()
    {
        var course = Courses.Canary(10, 100) with { Migrates = true };
        var states = Walk(course, [.. ToDeployed, new GateFailed("6 % of 5 %"), new WorkFailed("Azure answered 500")]).ToArray();

        Assert.That(states.Select(state => state.Exit), Is.EqualTo(new[]
        {
            "aborted", "aborted", "aborted", "rolling back web", "rolling back web",
            "held, the rollback is stuck: not done within 00:05:00", "rolling back web",
        }));
        Assert.That(RolloutState.Next(states[^2], new ServiceReturned("web")).Exit, Is.Null);
    }

    [Test]
    public void Next_OfARollbackThatFails_IsHeld_AndTriedAgain()
    {
        RolloutEvent[] happened = [.. ToBaking, new GateFailed("6 % of 5 %"), new WorkFailed("Azure answered 500"), new DeadlinePassed(), new DeadlinePassed()];

        Assert.That(Words(Courses.Canary(10, 100), happened).TakeLast(4), Is.EqualTo(new[]
        {
            "rolling back web", "held, the rollback is stuck: Azure answered 500", "rolling back web",
            "held, the rollback is stuck: not done within 00:05:00",
        }));
    }

    [Test]
    public void Deadline_FollowsTheCourse()
    {
        var course = Courses.Canary(10, 100) with { Migrates = true };
        var states = Walk(course, [.. ToDeployed, new SmokePassed(), new StepBegan(), new ServiceMoved("web")]);

        Assert.That(states.Select(state => state.Deadline!.Value.TotalMinutes), Is.EqualTo(new[] { 15, 60, 30, 30, 6, 15, 15, 20 }));
    }

    private static readonly RolloutEvent[] ToBaking =
        [new PreflightPassed(), new NewVersionReady(), new SmokePassed(), new StepBegan(), new ServiceMoved("web")];

    private static TestCaseData Exit(RolloutEvent happened, string words, string reason) =>
        new TestCaseData(happened, words, reason).SetArgDisplayNames(happened.GetType().Name);

    private static IEnumerable<string> Words(RolloutCourse course, params RolloutEvent[] happened) =>
        Walk(course, happened).Select(state => state.Words);

    private static IEnumerable<RolloutState> Walk(RolloutCourse course, params RolloutEvent[] happened)
    {
        var state = RolloutState.Begin(course);
        yield return state;
        foreach (var one in happened)
            yield return state = RolloutState.Next(state, one);
    }
}
