using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Reports;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Release.Tests.Display;
using ReleaseInfra.Tests.Support.Journals;
using static ReleaseInfra.Release.Tests.Commands.CommandLineRun;

namespace ReleaseInfra.Release.Tests.Reports;

[NonParallelizable]
public sealed class StatusCommandTests : WorkspaceTests
{
    // Ten minutes before what the command line's clock shows.
    private static readonly DateTimeOffset Before = new(2026, 11, 2, 8, 20, 0, TimeSpan.Zero);

    [Test]
    public async Task Status_OfABake()
    {
        await RecordedJournals.WriteAsync(Workspace, ReleaseStory.RolledBack(Before.AddDays(-1)));
        await RecordedJournals.WriteAsync(Workspace, Watched.Baking(Before));
        var run = await InAsync(Workspace, "status", "production");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
        Assert.That(run.Output, Is.EqualTo(
            """
            production: baking at 10 %
              since      2026-11-02 08:27:04Z, 2m56s ago
              deadline   17m4s left, then rolling back web
              release    20261102-082000-aaaaaaaa, by ann@laptop: the new search
              writer     ann@laptop (process 4711 on laptop), last line 115s ago
              waits for  gates passed
              command    release resume production (if its writer has gone)

            service  slot   tag     weight  requests  errors     p95  verdict
            web      green  v1.2.3    10 %      1000     1 %  420 ms  passed

            Traffic as last read back
              web: web--blue-v1-2-2 90 %, web--green-v1-2-3 10 %

            Gates
              08:28:04  error rate of web passed: 10 of 1000 requests failed (1 %), limit 5 %.
              08:28:05  latency of web passed: p95 is 420 ms over 1000 requests, limit 2000 ms.

            """));
    }

    [Test]
    public async Task Status_OfAnOverdueHold_WhoseWriterHasGone()
    {
        await RecordedJournals.WriteAsync(
            Workspace, ReleaseStory.Of(Beginnings.Web, Before.AddHours(-2)).Then(new Interrupted()).ThenTakenOver(TimeSpan.FromMinutes(1)));
        var run = await InAsync(Workspace, "status", "production");

        Assert.That(run.Output, Does.StartWith(
            """
            production: held, interrupted
              since      2026-11-02 06:21:00Z, 2h9m ago
              deadline   1h9m overdue: aborted
              release    20261102-062000-aaaaaaaa, by ann@laptop: the new search
              writer     bob@desk (process 7 on desk), last line 2h8m ago
              waits for  somebody to go on: it was interrupted
              command    release resume production


            """));
    }

    [Test]
    public async Task Status_OfNothing_SaysSo()
    {
        var text = await InAsync(Workspace, "status", "dev");
        var json = await InAsync(Workspace, "status", "dev", "--json");

        Assert.That(text.Code, Is.EqualTo(ExitCode.Done));
        Assert.That(text.Output, Is.EqualTo("No release of dev was ever run.\n"));
        Assert.That(json.Output, Is.EqualTo("{\n  \"stack\": \"dev\",\n  \"release\": null\n}\n"));
    }

    [Test]
    public async Task Status_ReadsNoOlderJournal()
    {
        await RecordedJournals.WriteAsync(Workspace, ReleaseStory.RolledBack(Before.AddDays(-1)));
        await RecordedJournals.WriteAsync(Workspace, ReleaseStory.Settled(Before));
        Workspace.Replace(".release/production/journal/20261101-082000-aaaaaaaa.jsonl", "the new search", "the old search");
        var run = await InAsync(Workspace, "status", "production");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
        Assert.That(run.Output, Does.StartWith("production: settled\n").And.Contain("release rollback production --reason WHY (to undo it)"));
    }

    private static IEnumerable<TestCaseData> Ways()
    {
        var approval = ReleaseStory.Of(Beginnings.Web).Then(new ApprovalMissing());
        yield return Way("approval", approval, new Onward("an approval for the start", "release promote production", ""));
        yield return Way("pause", Held(new Paused("ann", "lunch")), Resume("somebody to go on: ann paused it, lunch"));
        yield return Way("freeze", Held(new FreezeMet("night")), Resume("the end of the freeze 'night'"));
        yield return Way("evidence", Baking(new EvidenceMissing("no metrics")), Resume("evidence that there was none of: no metrics"));
        yield return Way("traffic", Baking(new TrafficChangedByOthers("web 50 %")), Resume("traffic as the release had it: web 50 %"));
        yield return Way(
            "stuck", Baking(new GateFailed("6 %")).Then(new WorkFailed("409")), Resume("somebody to help the rollback: 409"));
        yield return Way(
            "rolling back", Baking(new GateFailed("6 %")),
            new Onward("service returned (web)", "release resume production", "if its writer has gone"));
        yield return Way("rolled back", ReleaseStory.RolledBack(), new Onward(null, null, ""));
        yield return Way("settled", ReleaseStory.Settled(), new Onward(null, "release rollback production --reason WHY", "to undo it"));
    }

    [TestCaseSource(nameof(Ways))]
    public void Onward_OfEveryHold(ReleaseStory story, object expected) =>
        Assert.That(Onward.Of(story.Standing), Is.EqualTo(expected));

    private static Onward Resume(string waitsFor) => new(waitsFor, "release resume production", "");

    private static ReleaseStory Held(RolloutEvent happened) => ReleaseStory.Of(Beginnings.Web).Then(happened);

    private static ReleaseStory Baking(RolloutEvent happened) => Watched.Baking().Then(happened);

    private static TestCaseData Way(string name, ReleaseStory story, Onward onward) =>
        new TestCaseData(story, onward).SetArgDisplayNames(name);
}
