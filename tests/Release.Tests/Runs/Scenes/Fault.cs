using System.Text.RegularExpressions;
using ReleaseInfra.Cli;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Runs.Scenes;

/// <summary>Something that goes wrong with a release of web, and how the release ends by it.</summary>
/// <param name="Arrange">The scene, before the release begins.</param>
internal sealed partial record Fault(string Name, Action<Scene> Arrange)
{
    /// <summary>Of the configuration, before anything is applied.</summary>
    public Action<TemporaryWorkspace>? Configure { get; init; }

    public DateTimeOffset Start { get; init; } = Scene.Start;

    /// <summary>Of <c>release run</c>, after what every release of the scene has.</summary>
    public string[] Options { get; init; } = [];

    /// <summary>What people do after <c>release run</c>; the last of their commands ends as stated.</summary>
    public Func<Scene, CommandLineRun, Task<CommandLineRun>> Then { get; init; } = (_, run) => Task.FromResult(run);

    /// <summary>What else is true at the end.</summary>
    public Func<Scene, Task> After { get; init; } = _ => Task.CompletedTask;

    /// <summary>Kinds, in their order.</summary>
    public required string[] Events { get; init; }

    /// <summary>Where it ends in <c>...</c>, only its beginning: the rest tells of measurements.</summary>
    public required string State { get; init; }

    public required ExitCode Code { get; init; }

    /// <summary>Percent of traffic on the old version at the end.</summary>
    public required int Old { get; init; }

    /// <summary>A sentence of the output: the reason, or what to do.</summary>
    public required string Says { get; init; }

    public override string ToString() => Name;

    public async Task PlayAsync()
    {
        await using var scene = await Scene.OpenAsync(Configure, Start);
        Arrange(scene);

        var run = await Then(scene, await scene.ReleaseAsync(Options));

        var told = run.Everything + string.Concat((await Task.WhenAll(scene.Others)).Select(other => other.Everything));
        Assert.That(await scene.EventsAsync(), Is.EqualTo(Events), told);
        Assert.That(
            Uncounted(await scene.StateAsync()),
            State.EndsWith("...", StringComparison.Ordinal) ? Does.StartWith(State[..^3]) : Is.EqualTo(Uncounted(State)),
            told);
        Assert.That(run.Code, Is.EqualTo(Code), told);
        Assert.That(await scene.OldWeightAsync(), Is.EqualTo(Old), told);
        Assert.That(Uncounted(told), Does.Contain(Uncounted(Says)));
        await After(scene);
        await LeavesNothingToDoAsync(scene);
    }

    // When a look falls, and with it how many there were and what they saw, is no part of what is stated.
    private static string Uncounted(string text) => Counts().Replace(text, "#");

    [GeneratedRegex(@"\d+ (of \d+ (measurements|requests)|errors in a row)|\d\d:\d\d:\d\d")]
    private static partial Regex Counts();

    /// <summary>What is true however a release ends: its journal agrees with itself, and what is back stays back.</summary>
    private static async Task LeavesNothingToDoAsync(Scene scene)
    {
        scene.Mend();
        if ((await scene.RecordsAsync()).Any(record => record.Entry is Judged))
        {
            var replay = await scene.RunAsync("replay", Scene.Stack);
            Assert.That(replay.Code, Is.EqualTo(ExitCode.Done), replay.Everything);
        }

        if (await scene.StateAsync() is not "rolled back")
            return;
        Assert.That(await scene.OldWeightAsync(), Is.EqualTo(100));
        var up = await scene.RunAsync("up", Scene.Stack, "--yes");
        Assert.That(up.Code, Is.EqualTo(ExitCode.Done), up.Everything);
        Assert.That(up.Everything, Does.Contain("already as configured"));
    }
}
