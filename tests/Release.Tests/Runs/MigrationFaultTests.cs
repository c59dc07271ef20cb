using ReleaseInfra.Cli;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Rehearsal.Jobs;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Release.Tests.Runs.Scenes;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Runs;

/// <summary>What goes wrong with the database of a group's release, before anybody is on a new version.</summary>
public sealed class MigrationFaultTests
{
    private static readonly string[] Run = ["run", Scene.Stack, "--tag", "v1.3.0", "--yes", "--despite", "admin has few visitors"];

    private static readonly string[] Through =
    [
        "preflight passed", "backup taken", "migration done", "new version ready", "smoke passed", "drill began", "drill returned",
        "step began", "service moved", "service moved", "service moved", "gates passed",
        "service moved", "service moved", "service moved", "service moved", "gates passed", "watch began", "watch passed",
    ];

    [Test]
    public async Task MigrationThatFails_EndsTheRelease_BeforeAnythingRunsAnew()
    {
        await using var scene = await Scene.OpenAsync();
        scene.Migration = new JobEnds(Succeeds: false, TimeSpan.FromMinutes(1));

        var run = await scene.RunAsync(Run);

        await AssertAbortedAsync(scene, run, "preflight passed", "backup taken", "work failed");
        Assert.That(run.Output, Does.Contain("The old version runs on; look at the job's log before anything is tried again."));
        Assert.That(await ExecutionsAsync(scene), Is.EqualTo(1));
    }

    [Test]
    public async Task BackupThatFails_EndsTheRelease_BeforeTheMigration()
    {
        await using var scene = await Scene.OpenAsync(TakesBackups);
        scene.Fail("backups.put", new Forbidden("AuthorizationFailed", "No backups for you."));

        var run = await scene.RunAsync(Run);

        await AssertAbortedAsync(scene, run, "preflight passed", "work failed");
        Assert.That(await ExecutionsAsync(scene), Is.Zero);
    }

    [Test]
    public async Task LostAnswerToTheStart_IsFound_AndTheMigrationRunsOnce()
    {
        await using var scene = await Scene.OpenAsync();
        scene.Fail("jobs.start", new ConnectionReset(), afterEffect: true);

        var run = await scene.RunAsync(Run);

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Everything);
        Assert.That(await scene.EventsAsync(), Is.EqualTo(Through));
        Assert.That(await ExecutionsAsync(scene), Is.EqualTo(1));
    }

    /// <summary>Azure says that it went wrong, and not whether it began: the job may not be started twice, so people look.</summary>
    [Test]
    public async Task StartThatNobodyKnowsOf_EndsTheRelease()
    {
        await using var scene = await Scene.OpenAsync();
        scene.Fail("jobs.start", new ServerError());

        var run = await scene.RunAsync(Run);

        await AssertAbortedAsync(scene, run, "preflight passed", "backup taken", "work failed");
        Assert.That(run.Output, Does.Contain("and Azure lists no execution. Look at the job in Azure before it is started again."));
        Assert.That(await ExecutionsAsync(scene), Is.Zero);
    }

    [Test]
    public async Task InterruptedWhileItMigrates_TheMigrationRunsOnce()
    {
        await using var scene = await Scene.OpenAsync();
        using var interrupt = new CancellationTokenSource();
        scene.When("\"kind\":\"job started\"", interrupt.Cancel);

        var run = await scene.RunAsync(null, interrupt.Token, Run);
        var resumed = await scene.RunAsync("resume", Scene.Stack);

        Assert.That(run.Code, Is.EqualTo(ExitCode.Interrupted), run.Everything);
        Assert.That(resumed.Code, Is.EqualTo(ExitCode.Done), resumed.Everything);
        Assert.That(await scene.EventsAsync(), Is.EqualTo((string[])[.. Through[..2], "interrupted", "resumed", .. Through[2..]]));
        Assert.That(await ExecutionsAsync(scene), Is.EqualTo(1));
    }

    private static async Task AssertAbortedAsync(Scene scene, CommandLineRun run, params string[] events)
    {
        Assert.That(run.Code, Is.EqualTo(ExitCode.EngineFailed), run.Everything);
        Assert.That(await scene.EventsAsync(), Is.EqualTo(events), run.Everything);
        Assert.That(await scene.StateAsync(), Is.EqualTo("aborted"));
        Assert.That(await scene.OldWeightAsync(), Is.EqualTo(100));
    }

    /// <summary>On the small tier Azure takes none on demand.</summary>
    private static void TakesBackups(TemporaryWorkspace workspace) => workspace
        .Replace("stacks/environments/staging.json", "\"tier\": \"burstable\"", "\"tier\": \"general-purpose\"")
        .Replace("stacks/environments/staging.json", "\"sku\": \"Standard_B1ms\"", "\"sku\": \"Standard_D2ds_v5\"");

    private static async Task<int> ExecutionsAsync(Scene scene)
    {
        var job = scene.IdOf(scene.Settings().Names().MigrationJob.Value, "jobs");
        return (await scene.Azure.Jobs.ListAsync(job, default)).Length;
    }
}
