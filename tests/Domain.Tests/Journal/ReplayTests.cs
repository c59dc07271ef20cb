using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Numbers;
using ReleaseInfra.Domain.Journal.Replays;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Domain.Traffic;
using ReleaseInfra.Tests.Support.Journals;
using static ReleaseInfra.Tests.Support.Journals.Beginnings;

namespace ReleaseInfra.Domain.Tests.Journal;

public sealed class ReplayTests
{
    private static readonly GateTerms Terms = new() { Interval = TimeSpan.FromSeconds(10), Evidence = new EvidenceFloor(2, 200) };

    [Test]
    public void Of_WhatWasJudged_Agrees()
    {
        var story = ReleaseStory.Of(Web);
        var (comparison, progress) = (Comparison.None, GateProgress.None);
        foreach (var look in Looks.All)
        {
            var judged = Judged.Of("everything", "web", look, requests: 100, comparison);
            (comparison, progress) = (look.After(comparison), progress.Observe(judged.Verdict, judged.Requests));
            story.Then(judged);
        }

        story.Then(GateConcluded.AtTheEnd("everything", "web", since: 2, Terms, progress));
        story.Then(ShareObserved.Of("web", Shares.Of(95, 905)));
        var replayed = Replay.Of(story.Records);

        Assert.That(replayed.Findings, Is.Empty);
        Assert.That(replayed.Decisions, Is.EqualTo(Looks.All.Count() + 2));
        Assert.That(replayed.Agrees, Is.True);
    }

    [Test]
    public void Of_ARegressionOverManyLooks_FollowsItsEvidence()
    {
        var story = ReleaseStory.Of(Web);
        var comparison = Comparison.None;
        var outcomes = new List<Outcome>();
        for (var look = 0; look < 12; look++)
        {
            var batch = Looks.At(new OldAndNew(new(450, 2), new(50, look < 6 ? 0 : 4), Renews: look == 6, new(), new EvidenceFloor(1, 100)));
            var judged = Judged.Of("regression", "web", batch, requests: 50, comparison);
            comparison = batch.After(comparison);
            outcomes.Add(judged.Verdict.Outcome);
            story.Then(judged);
        }

        Assert.That(outcomes, Does.Contain(Outcome.Passed).And.Contains(Outcome.Failed));
        Assert.That(Replay.Of(story.Records).Agrees, Is.True);
    }

    [Test]
    public void Of_NothingJudged_IsNoAgreement()
    {
        var replayed = Replay.Of(ReleaseStory.Settled().Records);

        Assert.That(replayed.Decisions, Is.Zero);
        Assert.That(replayed.Agrees, Is.False);
    }

    private static readonly TestCaseData[] Different =
    [
        Other(
            "another verdict",
            new Judged("error rate", "web", Looks.At(Looks.Errors(1000, 60)), 1000, Verdict.Passed("All well.")),
            new ReplayFinding(
                2, "error rate of web", "passed: All well.", "failed: 60 of 1000 requests failed (6 %), limit 5 %.")),
        Other(
            "another message",
            new Judged("error rate", null, Looks.At(Looks.Errors(1000, 10)), 1000, Verdict.Passed("10 of 1000 requests failed.")),
            new ReplayFinding(
                2, "error rate", "passed: 10 of 1000 requests failed.", "passed: 10 of 1000 requests failed (1 %), limit 5 %.")),
        Other(
            "a conclusion without measurements",
            new GateConcluded("error rate", "web", 1, timeIsUp: true, Terms, Verdict.Passed("2 of 2 measurements passed.")),
            new ReplayFinding(
                2, "error rate of web", "passed: 2 of 2 measurements passed.", "inconclusive: 0 of 0 measurements passed, 2 are needed.")),
        Other(
            "a conclusion before its time",
            new GateConcluded("error rate", "web", 1, timeIsUp: false, Terms, Verdict.Passed("2 of 2 measurements passed.")),
            new ReplayFinding(2, "error rate of web", "passed: 2 of 2 measurements passed.", "undecided")),
        Other(
            "another share",
            new ShareObserved("web", Shares.Of(500, 500), new ShareAgrees("About right.")),
            new ReplayFinding(
                2, "share of web", "agrees: About right.",
                "differs: 500 of 1000 requests (50 %, between 43.89 and 56.11 %), weight 10 %.")),
    ];

    [TestCaseSource(nameof(Different))]
    public void Of_WhatComesOutOtherwise_IsFound(JournalEntry entry, ReplayFinding finding)
    {
        var replayed = Replay.Of(ReleaseStory.Of(Web).Then(entry).Records);

        Assert.That(replayed.Findings, Is.EqualTo(new[] { finding }));
        Assert.That(replayed.Agrees, Is.False);
    }

    [Test]
    public void With_OtherLimits_SaysWhatWouldHaveHappened()
    {
        var story = ReleaseStory.Of(Web);
        foreach (var failures in (int[])[10, 30, 10])
            story.Then(Judged.Of("error rate", "web", Looks.At(Looks.Errors(1000, failures)), 1000, Comparison.None));

        var replayed = Replay.With(
            story.Records,
            numbers => numbers is ErrorRateNumbers errors ? errors with { LimitPercent = 2 } : numbers);

        Assert.That(replayed.Findings, Is.EqualTo(new[]
        {
            new ReplayFinding(2, "error rate of web", Passed(10, 5), Passed(10, 2)),
            new ReplayFinding(
                3, "error rate of web", Passed(30, 5), "failed: 30 of 1000 requests failed (3 %), limit 2 %."),
            new ReplayFinding(4, "error rate of web", Passed(10, 5), Passed(10, 2)),
        }));
    }

    private static string Passed(int failures, int limit) =>
        $"passed: {failures} of 1000 requests failed ({failures / 10} %), limit {limit} %.";

    private static TestCaseData Other(string name, JournalEntry entry, ReplayFinding finding) =>
        new TestCaseData(entry, finding).SetArgDisplayNames(name);
}
