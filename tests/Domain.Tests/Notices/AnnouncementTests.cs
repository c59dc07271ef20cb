using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Notices;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Tests.Support.Journals;
using ReleaseInfra.Tests.Support.Rollouts;
using static ReleaseInfra.Tests.Support.Journals.Beginnings;

namespace ReleaseInfra.Domain.Tests.Notices;

public sealed class AnnouncementTests
{
    [Test]
    public void AGoodRelease_IsToldByItsSteps() => Assert.That(Told(ReleaseStory.Settled()), Is.EqualTo(new[]
    {
        "info started: [production] Release of web v1.2.3 started",
        "info step done: [production] web v1.2.3 is good at 10 %",
        "info step done: [production] web v1.2.3 is good at 100 %",
        "info done: [production] Release of web v1.2.3 done",
    }));

    [Test]
    public void ARollback_IsToldWhenItBegins_AndWhenItIsDone() => Assert.That(Told(ReleaseStory.RolledBack()), Is.EqualTo(new[]
    {
        "info started: [production] Release of web v1.2.3 started",
        "critical rolling back: [production] Rolling back web v1.2.3",
        "warning rolled back: [production] web v1.2.3 is rolled back",
    }));

    private static readonly TestCaseData[] Endings =
    [
        Case("a gate", new GateFailed("6 of 100 requests failed (6 %), limit 5 %."), "critical rolling back: [production] Rolling back web v1.2.3"),
        Case("work", new WorkFailed("Azure refused the write."), "critical rolling back: [production] Rolling back web v1.2.3"),
        Case("a deadline", new DeadlinePassed(), "critical rolling back: [production] Rolling back web v1.2.3"),
        Case("a person", new AbortRequested("ann", "wrong tag"), "warning rolling back: [production] Rolling back web v1.2.3"),
        Case("the on-call engineer", new RollBackRequested("bob", "calls from customers"), "warning rolling back: [production] Rolling back web v1.2.3"),
        Case("a freeze between two versions", new FreezeMet("night"), "warning rolling back: [production] Rolling back web v1.2.3"),
        Case("no evidence", new EvidenceMissing("no requests in 15 min"), "warning held: [production] Release of web v1.2.3 is held"),
        Case("others", new TrafficChangedByOthers("app-web--blue has 50 %"), "critical held: [production] Release of web v1.2.3 is held"),
        Case("a pause", new Paused("ann", "lunch"), "warning held: [production] Release of web v1.2.3 is held"),
        Case("Ctrl-C", new Interrupted(), "warning held: [production] Release of web v1.2.3 is held"),
    ];

    [TestCaseSource(nameof(Endings))]
    public void AtAStep_WhatStopsIt_IsTold(RolloutEvent happened, string told) =>
        Assert.That(Told(AtTenPercent().Then(happened)).Last(), Is.EqualTo(told));

    [Test]
    public void BeforeAnyTraffic_AFreeze_IsMet() => Assert.That(
        Told(ReleaseStory.Of(Web).Then(new FreezeMet("night"))).Last(),
        Is.EqualTo("warning freeze met: [production] Release of web v1.2.3 met the freeze 'night'"));

    [Test]
    public void BeforeAnythingChanged_AFailure_IsAnAbort() => Assert.That(
        Told(ReleaseStory.Of(Group).Then(new WorkFailed("The image does not exist."))).Last(),
        Is.EqualTo("warning aborted: [production] Release of worker v1.2.3, web v1.2.3 ended before it changed anything"));

    [Test]
    public void AnApproval_IsAskedFor() => Assert.That(
        Told(ReleaseStory.Of(Web).Then(new ApprovalMissing())).Last(),
        Is.EqualTo("warning approval needed: [production] Approval needed for the start of web v1.2.3"));

    [Test]
    public void AStuckRollback_IsTold_AndItsNextTry_IsNot()
    {
        var story = AtTenPercent()
            .Then(new GateFailed("6 of 100 requests failed (6 %), limit 5 %."))
            .Then(new WorkFailed("Azure answered 503 five times."));

        Assert.That(Told(story).Last(), Is.EqualTo("critical held: [production] Rollback of web v1.2.3 is stuck"));
        Assert.That(Told(story.Then(new DeadlinePassed())), Has.Length.EqualTo(3));
        Assert.That(Told(story.Then(new WorkBegan(new WeightChange("web", 0))).Then(new ServiceReturned("web"))), Has.Length.EqualTo(4));
    }

    [Test]
    public void WhatChangesNothing_IsNotTold()
    {
        var story = ReleaseStory.Of(Web).Then(new Paused("ann", "lunch"));
        var told = Told(story).Length;

        story.Then(new Interrupted()).ThenTakenOver(TimeSpan.Zero).Then(new NoteWritten("ann", "back at one"))
            .Then(new NoticeFailed("chat", "held", "It did not answer."));

        Assert.That(Told(story), Has.Length.EqualTo(told));
    }

    [Test]
    public void FromTheMiddleOn_TellsWhatHappensThen()
    {
        var story = AtTenPercent().ThenTakenOver(TimeSpan.Zero);
        var before = story.Records.Count;
        story.Then(new GatesPassed());

        Assert.That(Told(story, from: before), Is.EqualTo(new[] { "info step done: [production] web v1.2.3 is good at 10 %" }));
    }

    [Test]
    public void ANotice_HasWhatItsReaderNeeds()
    {
        var notice = Notices(ReleaseStory.Settled()).First();

        Assert.That(notice.Text, Is.EqualTo(
            "ann@laptop releases web v1.2.3 to production: the new search. The new version takes 10 %, then 100 % of the traffic, each only while "
            + "its gates pass. It is done at 2026-11-21 13:10 UTC at the earliest; no downtime is expected."));
        Assert.That(notice.Facts, Is.EqualTo(new[]
        {
            new NoticeFact("Release", "20261121-120000-0a1b2c3d"),
            new NoticeFact("Changes", "web v1.2.2 to v1.2.3"),
            new NoticeFact("By", "ann@laptop"),
            new NoticeFact("Why", "the new search"),
        }));
        Assert.That(notice.Topic, Is.EqualTo("20261121-120000-0a1b2c3d"));
    }

    [Test]
    public void AHotfix_SaysWhy_AndAFirstVersionIsOne()
    {
        var notice = Notices(ReleaseStory.Of(Group)).First();

        Assert.That(notice.Text, Does.Contain("the new search. It is a hotfix: customers cannot pay. The new version takes 100 % of the traffic"));
        Assert.That(notice.Facts[1].Value, Is.EqualTo("worker v1.2.3, its first version, web v1.2.2 to v1.2.3"));
    }

    [Test]
    public void AHold_SaysHowToGoOn_AndUntilWhen()
    {
        var notice = Notices(AtTenPercent().Then(new EvidenceMissing("no requests in 15 min"))).Last();

        Assert.That(notice.Text, Is.EqualTo(
            "Held: no evidence: no requests in 15 min. Nothing failed, and nothing may pass. Once it can be measured, 'release resume production' goes on; "
            + "'release rollback production --reason …' goes back. If nobody does anything, it is given up at 2026-11-21 13:08 UTC, and goes back if anything was changed."));
        Assert.That(notice.Facts.TakeLast(2), Is.EqualTo(new[]
        {
            new NoticeFact("Held", "no evidence: no requests in 15 min"), new NoticeFact("Until", "2026-11-21 13:08 UTC"),
        }));
    }

    [Test]
    public void ARollback_SaysWhy_AndHowLongItTook()
    {
        var notices = Notices(ReleaseStory.RolledBack());

        Assert.That(notices[^2].Text, Is.EqualTo(
            "6 of 100 requests failed (6 %), limit 5 %. The old version is given all the traffic again, within 5 min. There is nothing to do but to watch; "
            + "another notice says when it is done."));
        Assert.That(notices[^1].Facts, Does.Contain(new NoticeFact("Took", "10 min")));
        Assert.That(notices.Select(notice => notice.Settles), Is.EqualTo(new[] { false, false, true }));
    }

    [Test]
    public void TheEnd_HasWhatTheGatesSaidLast()
    {
        var story = AtTenPercent()
            .Then(Judgement(Verdict.Passed("1 of 100 requests failed (1 %), limit 5 %.")))
            .Then(Judgement(Verdict.Passed("2 of 1000 requests failed (0.2 %), limit 5 %.")))
            .Then(Judgement(Verdict.Inconclusive("Nothing was measured.")))
            .Then(new GatesPassed());

        Assert.That(Notices(story).Last().Facts.Last(), Is.EqualTo(new NoticeFact("error rate of web", "2 of 1000 requests failed (0.2 %), limit 5 %.")));
    }

    [Test]
    public void WhatPeopleWrote_StaysOnOneLine()
    {
        var notice = Notices(ReleaseStory.Of(Web with { Why = "search\r\nBcc: all@example.com\u2028\u202Egnp.exe" })).Single();

        Assert.That(notice.Facts[3].Value, Is.EqualTo("search  Bcc: all@example.com gnp.exe"));
        Assert.That(notice.Text, Does.Not.Contain("\n").And.Not.Contain("\u202E"));
    }

    [Test]
    public void WhatPeopleWrote_IsCutWhereItIsTooLong()
    {
        var notice = Notices(ReleaseStory.Of(Web with { Why = new string('x', 5000) })).Single();

        Assert.That(notice.Facts[3].Value, Is.EqualTo(new string('x', 999) + "…"));
    }

    private static TestCaseData Case(string what, RolloutEvent happened, string told) => new TestCaseData(happened, told).SetArgDisplayNames(what);

    private static Judged Judgement(Verdict verdict) => new("error rate", "web", Looks.All.First(), 1000, verdict);

    private static ReleaseStory AtTenPercent() => ReleaseStory.Of(Web)
        .Then(new PreflightPassed())
        .Then(new WorkBegan(new Deployment("web")))
        .Then(new NewVersionReady())
        .Then(new SmokePassed())
        .Then(new StepBegan())
        .ThenMoved("web", 10);

    private static string[] Told(ReleaseStory story, int from = 0) =>
        [.. Notices(story, from).Select(notice => $"{notice.Severity.Word()} {notice.Kind.Word()}: {notice.Subject}")];

    private static Notice[] Notices(ReleaseStory story, int from = 0)
    {
        var notices = new List<Notice>();
        var announcement = Announcement.None;
        var standing = default(ReleaseStanding);
        foreach (var record in story.Records)
        {
            standing = standing?.Next(record) ?? ReleaseStanding.Begin(record);
            if (record.Number < from)
                continue;
            announcement = announcement.Next(record, standing);
            if (announcement.Notice is { } notice)
                notices.Add(notice);
        }

        return [.. notices];
    }
}
