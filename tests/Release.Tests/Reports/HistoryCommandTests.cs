using ReleaseInfra.Cli;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Tests.Support.Journals;
using static ReleaseInfra.Release.Tests.Commands.CommandLineRun;

namespace ReleaseInfra.Release.Tests.Reports;

[NonParallelizable]
public sealed class HistoryCommandTests : WorkspaceTests
{
    // The command line's clock stands at 2026-11-02 08:30.
    private static readonly DateTimeOffset LastWeek = new(2026, 10, 26, 9, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task History_NewestFirst_WithWhatTheyComeTo()
    {
        await RecordedJournals.WriteAsync(Workspace, ReleaseStory.Settled(LastWeek));
        await RecordedJournals.WriteAsync(Workspace, ReleaseStory.RolledBack(LastWeek.AddDays(1)));
        await RecordedJournals.WriteAsync(
            Workspace,
            ReleaseStory.Of(Beginnings.Group, LastWeek.AddDays(2)).Then(new Paused("ann@laptop", "lunch")).ThenTakenOver(TimeSpan.FromHours(1)));
        var run = await InAsync(Workspace, "history", "production");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
        Assert.That(run.Output, Is.EqualTo(
            """
            20261028-090000-aaaaaaaa  2026-10-28 09:00:00Z  held, paused by ann@laptop: lunch
               by ann@laptop, hotfix (customers cannot pay): the new search
               worker nothing -> v1.2.3
               web blue v1.2.2 -> v1.2.3
               1h1m so far: 1m active, 1h waiting
            20261027-090000-aaaaaaaa  2026-10-27 09:00:00Z  rolled back: 6 of 100 requests failed (6 %), limit 5 %.
               by ann@laptop: the new search
               web green v1.2.2 -> v1.2.3
               took 10m: 10m active, 0s waiting
            20261026-090000-aaaaaaaa  2026-10-26 09:00:00Z  settled
               by ann@laptop: the new search
               web green v1.2.2 -> v1.2.3
               took 13m: 13m active, 0s waiting

            Since 2026-10-03 08:30:00Z
              deployment frequency  0.03 a day, over 3 releases
              lead time             3h11m, over 1 release
              change failure rate   50 %, over 2 releases
              time to restore       2m, over 1 release

            """));
    }

    [TestCase("5d", "20261028-090000-aaaaaaaa", "Since 2026-10-28 08:30:00Z")]
    [TestCase("2026-10-29", null, "Since 2026-10-29 00:00:00Z")]
    public async Task Since_LeavesOutWhatEndedBefore(string since, string? first, string heading)
    {
        await RecordedJournals.WriteAsync(Workspace, ReleaseStory.Settled(LastWeek));
        await RecordedJournals.WriteAsync(Workspace, ReleaseStory.Settled(LastWeek.AddDays(2)));
        var run = await InAsync(Workspace, "history", "production", "--since", since);

        Assert.That(run.Output, Does.StartWith(first ?? "No release of production "));
        Assert.That(run.Output, Does.Not.Contain("20261026"));
        Assert.That(run.Output, Does.Contain($"\n{heading}\n"));
    }

    [Test]
    public async Task History_OfNothing_SaysSo()
    {
        var run = await InAsync(Workspace, "history", "dev");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done));
        Assert.That(run.Output, Is.EqualTo(
            """
            No release of dev is written down. 'release history dev --updates' has its updates.

            Since 2026-10-03 08:30:00Z
              deployment frequency  none: no release began or was complete
              lead time             none: no release was complete of which the commit's time is known
              change failure rate   none: no release ended that had had traffic
              time to restore       none: no release was rolled back that had had traffic

            """));
    }

    [TestCase("yesterday", "'yesterday' is not a date such as 2026-11-01, a time such as 2026-11-01T14:00Z, or so long ago: 30d, 12h.\n")]
    [TestCase("0d", "'0d' is not a date such as 2026-11-01, a time such as 2026-11-01T14:00Z, or so long ago: 30d, 12h.\n")]
    [TestCase("99999d", "'99999d' is not a date such as 2026-11-01, a time such as 2026-11-01T14:00Z, or so long ago: 30d, 12h.\n")]
    [TestCase("2027-01-01", "'2027-01-01' has not come yet: nothing has happened since.\n")]
    public async Task Rejects_Since(string since, string expected)
    {
        var run = await InAsync(Workspace, "history", "production", "--since", since);

        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(run.Error, Is.EqualTo(expected));
    }

    [Test]
    public async Task Rejects_ABrokenJournal()
    {
        await RecordedJournals.WriteAsync(Workspace, ReleaseStory.Settled(LastWeek));
        Workspace.Replace(".release/production/journal/20261026-090000-aaaaaaaa.jsonl", "the new search", "the old search");
        var run = await InAsync(Workspace, "history", "production");

        Assert.That(run.Code, Is.EqualTo(ExitCode.EngineFailed));
        Assert.That(run.Error, Does.StartWith("Line 1 of "));
        Assert.That(run.Output, Is.Empty);
    }
}
