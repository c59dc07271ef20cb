using ReleaseInfra.Cli;
using ReleaseInfra.Release.Tests.Runs.Scenes;

namespace ReleaseInfra.Release.Tests.Runs;

/// <summary>Releases in which nothing goes wrong, over HTTP.</summary>
public sealed class GoodReleaseTests
{
    [Test]
    public async Task GoodRelease_GoesThrough()
    {
        await using var scene = await Scene.OpenAsync();

        var run = await scene.ReleaseAsync();

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Everything);
        Assert.That(await scene.EventsAsync(), Is.EqualTo(new[]
        {
            "preflight passed", "new version ready", "smoke passed", "drill began", "drill returned", "step began",
            "service moved", "gates passed", "service moved", "gates passed", "watch began", "watch passed",
        }));
        Assert.That(await scene.TrafficAsync(), Is.EqualTo(new[] { $"{Scene.New} 100" }));
    }

    /// <summary>Of every kind: a worker in place, two apps and a site side by side, and the database before them.</summary>
    [Test]
    public async Task GroupWithAMigration_GoesThroughTogether()
    {
        await using var scene = await Scene.OpenAsync();

        var run = await scene.RunAsync("run", Scene.Stack, "--tag", "v1.3.0", "--yes", "--despite", "admin has few visitors");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Everything);
        Assert.That(await scene.EventsAsync(), Is.EqualTo(new[]
        {
            "preflight passed", "backup taken", "migration done", "new version ready", "smoke passed", "drill began", "drill returned",
            "step began", "service moved", "service moved", "service moved", "gates passed",
            "service moved", "service moved", "service moved", "service moved", "gates passed", "watch began", "watch passed",
        }));
        Assert.That(await scene.TrafficAsync(), Is.EqualTo(new[] { $"{Scene.New} 100" }));
        Assert.That(scene.Workspace.Read("Pulumi.staging.yaml"), Does.Contain("worker: { tag: v1.3.0 }").And.Contain("migration: { tag: v1.3.0 }"));
    }

    [Test]
    public async Task AfterIt_UpChangesNothing_AndNothingHasDrifted()
    {
        await using var scene = await Scene.OpenAsync();
        Assert.That((await scene.ReleaseAsync()).Code, Is.EqualTo(ExitCode.Done));

        var up = await scene.RunAsync("up", Scene.Stack, "--yes");
        var drift = await scene.RunAsync("drift", Scene.Stack);

        Assert.That(up.Output, Does.EndWith("staging: already as configured\n"));
        Assert.That((drift.Code, drift.Output), Is.EqualTo((ExitCode.Done, drift.Output)), drift.Everything);
    }
}
