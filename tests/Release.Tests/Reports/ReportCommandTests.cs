using ReleaseInfra.Cli;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Release.Tests.Display;
using ReleaseInfra.Tests.Support.Journals;
using static ReleaseInfra.Release.Tests.Commands.CommandLineRun;

namespace ReleaseInfra.Release.Tests.Reports;

[NonParallelizable]
public sealed class ReportCommandTests : WorkspaceTests
{
    private static readonly DateTimeOffset LastWeek = new(2026, 10, 26, 9, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task Report_OfTheNewest_StandsInTheStacksFolder()
    {
        await RecordedJournals.WriteAsync(Workspace, ReleaseStory.Settled(LastWeek));
        await RecordedJournals.WriteAsync(Workspace, Watched.TurnedBack(LastWeek.AddDays(1)));
        var run = await InAsync(Workspace, "report", "production");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
        Assert.That(run.Output, Is.EqualTo("The report of release 20261027-090000-aaaaaaaa is in .release/production/report.html\n"));
        Assert.That(Workspace.Read(".release/production/report.html"), Does.Contain("<title>v1.2.3 was rolled back: production, 20261027-090000-aaaaaaaa</title>"));
    }

    [Test]
    public async Task Report_OfAnOlderOne_GoesWhereItIsWanted()
    {
        await RecordedJournals.WriteAsync(Workspace, ReleaseStory.Settled(LastWeek));
        await RecordedJournals.WriteAsync(Workspace, Watched.TurnedBack(LastWeek.AddDays(1)));
        var run = await InAsync(
            Workspace, "report", "production", "--release", "20261026-090000-aaaaaaaa", "--output", "last.html", "--cwd", "stacks");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
        Assert.That(run.Output, Is.EqualTo("The report of release 20261026-090000-aaaaaaaa is in last.html\n"));
        Assert.That(Workspace.Read("stacks/last.html"), Does.Contain("<title>v1.2.3 passed: production, 20261026-090000-aaaaaaaa</title>"));
    }

    [Test]
    public async Task Report_OnTheOutput_IsThePageAlone()
    {
        await RecordedJournals.WriteAsync(Workspace, Watched.Baking(LastWeek));
        var run = await InAsync(Workspace, "report", "production", "--output", "-");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
        Assert.That(run.Output, Does.StartWith("<!doctype html>\n<html lang=\"en\">").And.EndsWith("</html>\n"));
    }

    [TestCase("report dev", "No release of dev is written down: there is nothing to report.\n")]
    [TestCase("report dev --release no", "dev has no journal of a release 'no'. It has none at all.\n")]
    [TestCase("report dev --json --output -", "--json and --output - both want the output: choose one.\n")]
    [TestCase("report nowhere", "There is no stack 'nowhere'. The stacks are dev, staging, production.\n")]
    public async Task Rejects(string arguments, string expected)
    {
        var run = await InAsync(Workspace, arguments.Split(' '));

        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(run.Error, Is.EqualTo(expected));
    }
}
