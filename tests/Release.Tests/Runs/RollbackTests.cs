using ReleaseInfra.Cli;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Release.Tests.Runs.Scenes;

namespace ReleaseInfra.Release.Tests.Runs;

/// <summary>Old versions have everything back, whatever the release was doing.</summary>
[NonParallelizable]
public sealed class RollbackTests
{
    /// <summary>Each state in which a release can be left by whoever carried it, with what was in traffic.</summary>
    [TestCase("past preflight")]
    [TestCase("deployed at 0 %")]
    [TestCase("smoke-tested")]
    [TestCase("drilling the rollback")]
    [TestCase("drilled")]
    [TestCase("shifting web to 10 %")]
    [TestCase("baking at 10 %")]
    [TestCase("shifting web to 100 %")]
    [TestCase("baking at 100 %")]
    [TestCase("complete")]
    [TestCase("watching")]
    public async Task FromAnyState_TheOldVersionHasEverything(string state)
    {
        await using var scene = await Scene.OpenAsync();
        await LeaveAtAsync(scene, state);

        var rollback = await scene.RunAsync("rollback", Scene.Stack, "--reason", "orders fail");

        await AssertIsBackAsync(scene, rollback);
    }

    [Test]
    public async Task OfASettledRelease_TheOldVersionHasEverything()
    {
        await using var scene = await Scene.OpenAsync();
        Assert.That((await scene.ReleaseAsync()).Code, Is.EqualTo(ExitCode.Done));

        var rollback = await scene.RunAsync("rollback", Scene.Stack, "--reason", "orders fail");

        await AssertIsBackAsync(scene, rollback);
        Assert.That(await WritesAfterTheDecisionAsync(scene), Is.EqualTo(1));
    }

    /// <summary>Nobody carried it with a journal: it is taken into one.</summary>
    [Test]
    public async Task OfWhatUpReleased_TheOldVersionHasEverything()
    {
        await using var scene = await Scene.OpenAsync();
        scene.Workspace.Replace("Pulumi.staging.yaml", Web(newest: "green", "v1.2.2", blue: 0), Web(newest: "blue", "v1.3.0", blue: 0));
        Assert.That((await scene.RunAsync("up", Scene.Stack, "--yes")).Code, Is.EqualTo(ExitCode.Done));
        scene.Workspace.Replace("Pulumi.staging.yaml", Web(newest: "blue", "v1.3.0", blue: 0), Web(newest: "blue", "v1.3.0", blue: 90));
        Assert.That((await scene.RunAsync("up", Scene.Stack, "--yes")).Code, Is.EqualTo(ExitCode.Done));

        var rollback = await scene.RunAsync("rollback", Scene.Stack, "--reason", "orders fail");

        await AssertIsBackAsync(scene, rollback);
        Assert.That(scene.Workspace.Read("Pulumi.staging.yaml"), Does.Contain(Web(newest: "blue", "v1.3.0", blue: 0)));
    }

    /// <summary>The process that carries the release does it, and both say so.</summary>
    [Test]
    public async Task WhileAnotherProcessCarriesIt_ThatOneGoesBack()
    {
        await using var scene = await Scene.OpenAsync();
        var baking = new TaskCompletionSource();
        var carrying = scene.RunAsync(
            output => { if (output.Contains("-> baking at 10 %", StringComparison.Ordinal)) baking.TrySetResult(); },
            default,
            "run", Scene.Stack, "--tag", "v1.3.0", "--service", "web", "--yes");
        await baking.Task;

        var rollback = await scene.RunAsync("rollback", Scene.Stack, "--reason", "orders fail");

        Assert.That((await carrying).Code, Is.EqualTo(ExitCode.RolledBack), (await carrying).Everything);
        Assert.That(rollback.Error, Is.EqualTo("Another process carries the release: asking it.\n"));
        await AssertIsBackAsync(scene, rollback);
    }

    [Test]
    public async Task Rejects_WhereThereIsNothingToGoBackTo()
    {
        await using var scene = await Scene.OpenAsync();

        var rollback = await scene.RunAsync("rollback", Scene.Stack, "--reason", "orders fail");

        Assert.That((rollback.Code, rollback.Error), Is.EqualTo((
            ExitCode.Configuration,
            "In staging there is nothing to go back to: no service has an older version beside the one that serves.\n")));
    }

    private static async Task LeaveAtAsync(Scene scene, string state)
    {
        using var interrupt = new CancellationTokenSource();
        var left = await scene.RunAsync(
            output => { if (output.EndsWith($"-> {state}\n", StringComparison.Ordinal)) interrupt.Cancel(); },
            interrupt.Token,
            "run", Scene.Stack, "--tag", "v1.3.0", "--service", "web", "--yes");
        Assert.That(left.Code, Is.EqualTo(ExitCode.Interrupted), left.Everything);
    }

    private static async Task AssertIsBackAsync(Scene scene, CommandLineRun rollback)
    {
        Assert.That(rollback.Code, Is.EqualTo(ExitCode.Done), rollback.Everything);
        Assert.That(await scene.StateAsync(), Is.EqualTo("rolled back"));
        var asked = (await scene.RecordsAsync()).Select(record => record.Entry).OfType<Happened>().Select(happened => happened.Event)
            .OfType<RollBackRequested>().Single();
        Assert.That(asked, Is.EqualTo(new RollBackRequested("ann@laptop", "orders fail")));
        Assert.That((await scene.TrafficAsync()).Where(row => !row.EndsWith(" 0", StringComparison.Ordinal)), Is.EqualTo(new[] { $"{Scene.Old} 100" }));
        Assert.That(await WritesAfterTheDecisionAsync(scene), Is.LessThanOrEqualTo(1));
        var up = await scene.RunAsync("up", Scene.Stack, "--yes");
        Assert.That(up.Output, Does.EndWith("staging: already as configured\n"), up.Everything);
    }

    private static async Task<int> WritesAfterTheDecisionAsync(Scene scene) => (await scene.RecordsAsync())
        .SkipWhile(record => record.Entry is not Happened { Event: RollBackRequested })
        .Count(record => record.Entry is TrafficWritten);

    /// <summary>As the stack's file has it.</summary>
    private static string Web(string newest, string tag, int blue) =>
        $"      newest: {newest} # the slot whose image the newest revision runs\n      blue: {{ tag: {tag}, weight: {blue} }}\n      green: {{ tag: v1.2.3, weight: {100 - blue} }}";
}
