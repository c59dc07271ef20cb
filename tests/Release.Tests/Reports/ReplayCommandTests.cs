using ReleaseInfra.Cli;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Release.Tests.Display;
using ReleaseInfra.Tests.Support.Journals;
using static ReleaseInfra.Release.Tests.Commands.CommandLineRun;

namespace ReleaseInfra.Release.Tests.Reports;

[NonParallelizable]
public sealed class ReplayCommandTests : WorkspaceTests
{
    private static readonly DateTimeOffset LastWeek = new(2026, 10, 26, 9, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task Replay_OfTheNewest_Agrees()
    {
        await RecordedJournals.WriteAsync(Workspace, ReleaseStory.Settled(LastWeek));
        await RecordedJournals.WriteAsync(Workspace, Watched.TurnedBack(LastWeek.AddDays(1)));
        var run = await InAsync(Workspace, "replay", "production");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
        Assert.That(run.Output, Is.EqualTo("20261027-090000-aaaaaaaa  5 of 5 agree\n"));
    }

    [Test]
    public async Task Replay_OfAll_CountsTogether()
    {
        await RecordedJournals.WriteAsync(Workspace, ReleaseStory.Settled(LastWeek));
        await RecordedJournals.WriteAsync(Workspace, Watched.TurnedBack(LastWeek.AddDays(1)));
        await RecordedJournals.WriteAsync(Workspace, Watched.Baking(LastWeek.AddDays(2)));
        var run = await InAsync(Workspace, "replay", "production", "--all");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
        Assert.That(run.Output, Is.EqualTo(
            """
            20261028-090000-aaaaaaaa  3 of 3 agree
            20261027-090000-aaaaaaaa  5 of 5 agree
            20261026-090000-aaaaaaaa  nothing was judged

            8 of 8 agree

            """));
    }

    [Test]
    public async Task Replay_ThatDiffers_SaysWhere_AndEndsWith3()
    {
        await RecordedJournals.WriteAsync(
            Workspace,
            ReleaseStory.Of(Beginnings.Web, LastWeek)
                .Then(new Judged("error rate", "web", Looks.At(Looks.Errors(1000, 60)), 1000, Verdict.Passed("All well."))));
        var run = await InAsync(Workspace, "replay", "production", "20261026-090000-aaaaaaaa");

        Assert.That(run.Code, Is.EqualTo(ExitCode.PlanChanged));
        Assert.That(run.Output, Is.EqualTo(
            "20261026-090000-aaaaaaaa  0 of 1 agree\n   Record 2, error rate of web: recorded as 'passed: All well.', and judged now " +
            "'failed: 60 of 1000 requests failed (6 %), limit 5 %.'.\n"));
    }

    [Test]
    public async Task Replay_OfNoDecision_IsNoAgreement()
    {
        await RecordedJournals.WriteAsync(Workspace, ReleaseStory.Settled(LastWeek));
        var run = await InAsync(Workspace, "replay", "production");

        Assert.That(run.Code, Is.EqualTo(ExitCode.PlanChanged));
        Assert.That(run.Output, Is.EqualTo("20261026-090000-aaaaaaaa  nothing was judged\n"));
    }

    [TestCase("replay dev", "No such release of dev is written down: there is nothing to judge again.\n")]
    [TestCase("replay dev 1 --all", "A release and --all exclude each other: choose one.\n")]
    [TestCase("replay dev NO", "'NO' is no release's id: it has lower-case letters, digits and hyphens, at most 64.\n")]
    [TestCase("replay dev no", "dev has no journal of a release 'no'. It has none at all.\n")]
    [TestCase("what-if dev --threshold errors=2%", "No such release of dev is written down: there is nothing to judge again.\n")]
    [TestCase("what-if dev --threshold errors=2", "'errors=2' is no threshold: one of 'errors' is such as errors=2%.\n")]
    public async Task Rejects(string arguments, string expected)
    {
        var run = await InAsync(Workspace, arguments.Split(' '));

        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(run.Error, Is.EqualTo(expected));
    }

    [Test]
    public async Task WhatIf_SaysWhatEachWouldHaveComeTo()
    {
        await RecordedJournals.WriteAsync(Workspace, ReleaseStory.Settled(LastWeek));
        await RecordedJournals.WriteAsync(Workspace, Watched.TurnedBack(LastWeek.AddDays(1)));
        var run = await InAsync(Workspace, "what-if", "production", "--threshold", "errors=0.5%", "--threshold", "p95=1s");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
        Assert.That(run.Output, Is.EqualTo(
            """
            20261027-090000-aaaaaaaa  rolled back; would have gone back 2m2s earlier
               record 13, 2026-10-27 09:08:04Z: error rate of web failed: 1 of 1 measurements failed, limit 0. 10 of 1000 requests failed (1 %), limit 0.5 %.
               What was recorded from there on is of the release as it was: of this one nothing is known.
            20261026-090000-aaaaaaaa  settled; nothing was judged

            """));
    }

    [Test]
    public async Task WhatIf_Since_LeavesOutWhatWasOver()
    {
        await RecordedJournals.WriteAsync(Workspace, Watched.TurnedBack(LastWeek));
        await RecordedJournals.WriteAsync(Workspace, Watched.TurnedBack(LastWeek.AddDays(1)));
        var run = await InAsync(Workspace, "what-if", "production", "--threshold", "errors=2%", "--since", "2026-10-27");

        Assert.That(run.Output, Is.EqualTo(
            "20261027-090000-aaaaaaaa  rolled back; would have gone as it did: all of 4 decisions the same\n"));
    }
}
