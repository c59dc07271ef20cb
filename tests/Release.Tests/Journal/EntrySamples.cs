using ReleaseInfra.Domain.Approvals;
using ReleaseInfra.Domain.Freezes;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Numbers;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Tests.Support.Journals;
using static ReleaseInfra.Tests.Support.Journals.Beginnings;

namespace ReleaseInfra.Release.Tests.Journal;

/// <summary>One entry at least of every kind, of every event, work, measurement and reading.</summary>
internal static class EntrySamples
{
    private static readonly Work[] Works =
    [
        new PreflightChecks(), new Backup(), new Migration(), new Deployment("web"), new SmokeTests(), new WeightChange("web", 10),
        new ConfigurationEdit("Pulumi.production.yaml back to v1.2.2"),
    ];

    private static readonly RolloutEvent[] Events =
    [
        new PreflightPassed(), new BackupTaken(), new MigrationDone(), new NewVersionReady(), new SmokePassed(), new DrillBegan(),
        new DrillReturned(TimeSpan.FromMilliseconds(2345.6789)), new StepBegan(), new ServiceMoved("web"), new GatesPassed(), new WatchBegan(),
        new WatchPassed(), new ServiceReturned("web"), new Paused("ann", "lunch"), new Resumed("ann"), new Approved("lead"),
        new AbortRequested("ann", "wrong tag"), new RollBackRequested("ann", "complaints"), new WorkFailed("no image"),
        new GateFailed("6 % of 5 %"), new EvidenceMissing("no metrics"), new FreezeMet("night"), new TrafficChangedByOthers("web 50 %"),
        new ApprovalMissing(), new DeadlinePassed(), new Interrupted(),
    ];

    private static readonly GateTerms Terms = new()
    {
        Interval = TimeSpan.FromSeconds(10),
        FailureLimit = 2,
        ConsecutiveFailureLimit = 3,
        Evidence = new EvidenceFloor(5, 0),
        Count = 7,
        ConsecutiveSuccessLimit = 3,
        InitialDelay = TimeSpan.FromMilliseconds(1500),
    };

    public static IReadOnlyList<JournalEntry> All { get; } =
    [
        Web,
        Group,
        Web with { Release = new SecurityRelease("CVE-2026-1") },
        Web with { Course = new RolloutCourse([new GroupMember("worker", Movement.InPlace)], new Rolling(TimeSpan.Zero), Web.Course.Deadlines) },
        new WriterTookOver("bob@desk", "process 7 on desk", 133),
        .. Works.Select(work => new WorkBegan(work)),
        .. Works.Select(work => new WorkEnded(work)),
        .. Events.Select(happened => new Happened(happened, "shifting web to 10 %")),
        .. Looks.All.Select(look => Judged.Of("gate", "web", look, 100, Comparison.None)),
        Judged.Of("database", null, Looks.At(Looks.Errors(1000, 10)), 0, Comparison.None),
        new GateConcluded("health", "web", 7, timeIsUp: false, Terms, Verdict.Passed("3 in a row.")),
        new GateConcluded("database", null, 7, timeIsUp: true, new GateTerms { Interval = TimeSpan.Zero, Evidence = new EvidenceFloor(1, 0) }, Verdict.Errored("No.")),
        new TrafficWritten("web", Weights.Of(("web--blue-v1-2-2", 90), ("web--green-v1-2-3", 10))),
        new TrafficReadBack("web", Weights.Of()),
        ShareObserved.Of("web", Shares.Of(95, 905)),
        ShareObserved.Of("web", Shares.Of(500, 500)),
        ShareObserved.Of("web", Shares.None),
        new ApprovalGiven(new Approval("lead", new string('a', 64), Looks.Now), Looks.Now.AddHours(24)),
        new ApprovalGiven(new Approval("lead", new string('a', 64), Looks.Now, Agrees: false), Looks.Now.AddHours(24)),
        new FreezesSkipped([new FrozenSpan("night", Noon, Noon.AddHours(8))]),
        new NoticeFailed("slack", "rolled back", "timed out after 10 s"),
        Web with { IsAdopted = true },
        new JobStarted("app-migration-prod-x1y2z3"),
        new RestorePointNoted("backup release-20261121-120000-0a1b2c3d"),
        new WayBackJudged("web", ["web--blue is active."], []),
        new WayBackJudged("web", [], ["There is no revision web--blue."]),
        new NoteWritten("ann@laptop", "ünïcode, \"quotes\", a\nnewline, \u2028 and \ud83d\ude80"),
    ];
}
