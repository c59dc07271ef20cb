using ReleaseInfra.Cli;
using ReleaseInfra.Release.Tests.Runs.Faults;
using ReleaseInfra.Release.Tests.Runs.Scenes;

namespace ReleaseInfra.Release.Tests.Runs;

/// <summary>Ctrl-C: the release is held where it stands, and goes through once it is resumed.</summary>
public sealed class InterruptTests
{
    [TestCase("\"work\":\"preflight\"")]
    [TestCase("\"state\":\"past preflight\"")]
    [TestCase("\"state\":\"deployed at 0 %\"")]
    [TestCase("\"state\":\"smoke-tested\"")]
    [TestCase("\"state\":\"drilling the rollback\"")]
    [TestCase("\"state\":\"drilled\"")]
    [TestCase("\"state\":\"shifting web to 10 %\"")]
    [TestCase("\"state\":\"baking at 10 %\"")]
    [TestCase("\"state\":\"shifting web to 100 %\"")]
    [TestCase("\"state\":\"baking at 100 %\"")]
    [TestCase("\"state\":\"complete\"")]
    [TestCase("\"state\":\"watching\"")]
    public async Task Interrupted_IsHeld_AndGoesThroughOnceResumed(string line)
    {
        await using var scene = await Scene.OpenAsync();

        var run = await InterruptAsync(scene, line);

        Assert.That(run.Code, Is.EqualTo(ExitCode.Interrupted), run.Everything);
        Assert.That(await scene.StateAsync(), Is.EqualTo("held, interrupted"));
        Assert.That(run.Error, Does.EndWith("'release resume staging' goes on, 'release rollback staging --reason ...' goes back.\n"));

        var resumed = await scene.RunAsync("resume", Scene.Stack);

        Assert.That(resumed.Code, Is.EqualTo(ExitCode.Done), resumed.Everything);
        var events = await scene.EventsAsync();
        Assert.That(events.Where(happened => happened is "interrupted" or "resumed"), Is.EqualTo(new[] { "interrupted", "resumed" }));
        Assert.That(events.Except(["interrupted", "resumed"]), Is.EqualTo(Walk.Through.Distinct()));
        Assert.That(await scene.OldWeightAsync(), Is.Zero);
    }

    [Test]
    public async Task InterruptedOnTheWayBack_GoesBackAllTheSame()
    {
        await using var scene = await Scene.OpenAsync();
        scene.Visitors.Failures = (revision, _) => revision == Scene.New ? 0.2 : 0.002;

        var run = await InterruptAsync(scene, "\"state\":\"rolling back web\"");

        Assert.That(run.Code, Is.EqualTo(ExitCode.RolledBack), run.Everything);
        Assert.That(await scene.EventsAsync(), Is.EqualTo(Walk.AtTen.Append("gate failed").Append("service returned")));
        Assert.That(await scene.OldWeightAsync(), Is.EqualTo(100));
    }

    private static async Task<Commands.CommandLineRun> InterruptAsync(Scene scene, string line)
    {
        using var interrupt = new CancellationTokenSource();
        scene.When(line, interrupt.Cancel);
        return await scene.RunAsync(null, interrupt.Token, "run", Scene.Stack, "--tag", "v1.3.0", "--service", "web", "--yes");
    }
}
