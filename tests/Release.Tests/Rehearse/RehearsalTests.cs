using System.Text.Json;
using ReleaseInfra.Cli;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Rehearse;

/// <summary>Releases with real processes, real requests and an engine in a process of its own.</summary>
[NonParallelizable]
internal sealed class RehearsalTests
{
    private PlayedRehearsal _played = null!;

    [SetUp]
    public void Open() => _played = new PlayedRehearsal();

    [TearDown]
    public void Close() => _played.Dispose();

    [Test]
    public async Task Rehearse_EngineKilledAtEveryStepOfAGoodRelease_SettlesAndLosesNoRequest()
    {
        string[] moments = ["past-preflight", "migrated", "deployed", "smoke-tested", "step-10", "baking-10", "step-100", "baking-100", "watching"];
        string[] faults = [.. moments.SelectMany(moment => new[] { "--fault", $"kill-engine@{moment}" })];

        var run = await _played.RunAsync(["staging", "--tag", "v1.3.0", "--rps", "200", "--json", .. faults]);

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Everything);
        var last = PlayedRehearsal.Last(run);
        Assert.That(last.GetProperty("state").GetString(), Is.EqualTo("settled"));
        Assert.That(last.GetProperty("kills").GetInt32(), Is.EqualTo(moments.Length));
        AssertNoneLost(last);
        Assert.That(PlayedRehearsal.Records(run).Count(record => record.Entry is WriterTookOver), Is.EqualTo(moments.Length));
        Assert.That(PlayedRehearsal.Records(run).Count(record => record.Entry is JobStarted), Is.EqualTo(1), "the migration runs once");
        Assert.That(File.Exists(_played.Workspace.PathOf(".release/staging/rehearsal.html")), Is.True);
    }

    [Test]
    public async Task Rehearse_NewVersionAnswersWithErrors_GoesBackAndLosesNoneBeyondThem()
    {
        var run = await _played.RunAsync("staging", "--tag", "v1.3.0", "--service", "web", "--rps", "200", "--fault", "errors=30%@10", "--json");

        Assert.That(run.Code, Is.EqualTo(ExitCode.RolledBack), run.Everything);
        var last = PlayedRehearsal.Last(run);
        Assert.That(last.GetProperty("state").GetString(), Is.EqualTo("rolled back"));
        Assert.That(last.GetProperty("requests").GetProperty("failed").GetInt64(), Is.Positive);
        AssertNoneLost(last);
        Assert.That(last.GetProperty("detectionSeconds").GetDouble(), Is.Positive);
        Assert.That(last.GetProperty("wayBackSeconds").GetDouble(), Is.Positive.And.LessThan(TimeSpan.FromMinutes(5).TotalSeconds));
        var standing = ReleaseStanding.Of(PlayedRehearsal.Records(run));
        Assert.That(standing.State.NewWeight("web"), Is.Zero);
    }

    [Test]
    public async Task Rehearse_ProductionWithAnAppOfAnotherLanguage_IsApprovedAndSettles()
    {
        var python = MachinePrograms.Find("python3");
        if (python is null)
            Assert.Ignore("python3 is not on this machine; no app of another language was rehearsed.");
        var app = Path.Combine(RepositoryRoot.Path, "tests/Release.Tests/Rehearse/Apps/app.py");

        var run = await _played.RunAsync(
            "production", "--tag", "v1.3.0", "--service", "web", "--rps", "200", "--app", $"web={python} \"{app}\"", "--json");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Everything);
        AssertNoneLost(PlayedRehearsal.Last(run));
        Assert.That(PlayedRehearsal.Records(run).Select(record => record.Entry).OfType<ApprovalGiven>().Select(given => given.Approval.By), Is.EqualTo(new[] { "release-captain" }));
    }

    [Test]
    public async Task Rehearse_NewVersionEndsAfterEachStart_GoesBackWithoutOneBadAnswer()
    {
        var run = await _played.RunAsync("staging", "--tag", "v1.3.0", "--service", "web", "--rps", "100", "--fault", "crash-loop");

        Assert.That(run.Code, Is.EqualTo(ExitCode.RolledBack), run.Everything);
        Assert.That(run.Output, Does.Contain("staging, rehearsed: rolled back"));
        Assert.That(run.Output, Does.Match(@"requests +[\d,]+ sent, [\d,]+ answered well, 0 badly, 0 lost"));
        Assert.That(run.Output, Does.Contain("report     .release/staging/rehearsal.html"));
    }

    [Test]
    public async Task Rehearse_MigrationThatTheOldVersionDoesNotOutlive_IsRestoredAndNothingIsReleased()
    {
        if (ReleaseInfra.Cli.Migrations.Clusters.PostgresPrograms.Find(Environment.GetEnvironmentVariable("PATH")) is null)
            Assert.Ignore("PostgreSQL's programs are not on this machine; no migration was rehearsed.");
        _played.Workspace
            .Write("migrations/001_users.sql", "CREATE TABLE users (id int PRIMARY KEY, name text NOT NULL);")
            .Write("migrations/002_drop.sql", "ALTER TABLE users DROP COLUMN name;");

        var run = await _played.RunAsync("staging", "--tag", "v1.3.0", "--migrations", "migrations");

        Assert.That(run.Code, Is.EqualTo(ExitCode.RolledBack), run.Everything);
        Assert.That(run.Output, Does.Contain("002_drop.sql:1: column-dropped users.name."));
        Assert.That(run.Output, Does.Match(@"restored   in \d+s, the same as before"));
        Assert.That(run.Output, Does.Not.Contain("staging, rehearsed"));
    }

    [Test]
    public async Task Rehearse_TagThatRunsAlready_SaysThatThereIsNothing()
    {
        var run = await _played.RunAsync("staging", "--tag", "v1.2.3");
        Assert.That((run.Code, run.Error), Is.EqualTo((ExitCode.Done, "staging serves v1.2.3 already: there is nothing to rehearse.\n")));
    }

    [TestCase("web", "--app 'web' is no SERVICE=COMMAND, such as web=\"node server.js\", or its service has one already.")]
    [TestCase("shop=node x", "staging releases no service 'shop'. It releases admin, api, web, worker.")]
    public async Task Rejects_AppThatStandsForNoService(string app, string message)
    {
        var run = await _played.RunAsync("staging", "--tag", "v1.3.0", "--app", app);
        Assert.That((run.Code, run.Error), Is.EqualTo((ExitCode.Configuration, $"{message}\n")));
    }

    [TestCase("--rps", "0", "--rps 0 is no rate: it is above 0, and no more than this machine can send.")]
    [TestCase("--speed", "0.5", "--speed 0.5 is none: 1 is as fast as the machine's clock, 600 the most.")]
    public async Task Rejects_NumbersThatAreNone(string option, string number, string message)
    {
        var run = await _played.RunAsync("staging", "--tag", "v1.3.0", option, number);
        Assert.That((run.Code, run.Error), Is.EqualTo((ExitCode.Configuration, $"{message}\n")));
    }

    [Test]
    public async Task ListFaults_WithoutAnythingElse_ExplainsEach()
    {
        var run = await _played.RunAsync("--list-faults");
        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Everything);
        foreach (var kind in ReleaseInfra.Cli.Rehearse.Faults.FaultKind.All)
            Assert.That(run.Output, Does.Contain($"{kind.Form}   such as {kind.Example}\n    It {kind.Does}.\n"));
    }

    private static void AssertNoneLost(JsonElement last)
    {
        var requests = last.GetProperty("requests");
        Assert.That(requests.GetProperty("lost").GetInt64(), Is.Zero, requests.ToString());
        Assert.That(requests.GetProperty("sent").GetInt64(), Is.Positive);
    }
}
