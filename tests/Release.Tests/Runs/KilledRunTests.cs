using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Journal.Files;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Rehearsal.Jobs;
using ReleaseInfra.Release.Tests.Journal;
using ReleaseInfra.Release.Tests.Runs.Scenes;

namespace ReleaseInfra.Release.Tests.Runs;

/// <summary>
/// A release whose process dies at a write of its journal, and is resumed by another: it comes to the same end, and nothing was done
/// twice that must not be. Every n-th write is tried; with RELEASE_KILLS=1 each from the first on, with another number from that one.
/// </summary>
[NonParallelizable]
public sealed class KilledRunTests
{
    private const int Sampled = 7;
    private const int Slack = 12;

    private static readonly string[] Arguments =
        ["run", Scene.Stack, "--tag", "v1.3.0", "--service", "web", "--service", "migration", "--yes"];

    private static readonly int? From = int.TryParse(Environment.GetEnvironmentVariable("RELEASE_KILLS"), out var from) ? from : null;

    private int _writes;

    [OneTimeSetUp]
    public async Task CountTheWritesOfOneThatLives()
    {
        var disk = new CountingDisk();
        await using var scene = await OpenAsync(disk);
        var run = await scene.RunAsync(Arguments);
        Assert.That((run.Code, await scene.StateAsync()), Is.EqualTo((ExitCode.Done, "settled")), run.Everything);
        _writes = disk.Changes;
    }

    [Test]
    public async Task KilledAtAWrite_AndResumed_ItComesToTheSameEnd()
    {
        var step = From is null ? Math.Max(1, _writes / Sampled) : 1;
        for (var change = From ?? 1; change <= _writes; change += step)
            await KillAndResumeAsync(change, done: change % 3 / 2.0);
    }

    /// <param name="change">The write that it dies at, from 1.</param>
    /// <param name="done">How much of the write is on the disk, 0..1.</param>
    private async Task KillAndResumeAsync(int change, double done)
    {
        await using var scene = await OpenAsync(new KillingDisk(change, done));
        var killed = await scene.RunAsync(Arguments);
        // How many lines there are differs a little, by when a gate's look falls: the last few writes may not be reached. And what else
        // is under way here finds, unlike in a process that is gone, that half a line stands in the journal.
        Assert.That(
            killed.Code,
            change > _writes - Slack ? Is.AnyOf(ExitCode.Unexpected, ExitCode.Locked, ExitCode.Done) : Is.AnyOf(ExitCode.Unexpected, ExitCode.Locked),
            $"killed at {change} of {_writes}: {killed.Everything}");
        scene.Disk = new JournalDisk();

        // Before its first line there was no release, and none goes on.
        var hasBegun = await scene.HasBegunAsync();
        if (await IsOverAsync(scene, hasBegun))
            return;
        var second = hasBegun ? await scene.RunAsync("resume", Scene.Stack) : await scene.RunAsync(Arguments);

        Assert.That((second.Code, await scene.StateAsync()), Is.EqualTo((ExitCode.Done, "settled")), $"killed at {change}: {second.Everything}");
        Assert.That(await scene.TrafficAsync(), Is.EqualTo(new[] { $"{Scene.New} 100" }), $"killed at {change}");
        var settings = scene.Settings();
        var job = scene.IdOf(settings.Names().MigrationJob.Value, "jobs");
        Assert.That(await scene.Azure.Jobs.ListAsync(job, default), Has.Length.EqualTo(1), $"killed at {change}: the migration ran once");
        Assert.That((await scene.RunAsync("up", Scene.Stack, "--yes")).Output, Does.EndWith("staging: already as configured\n"), $"killed at {change}");
        Assert.That((await scene.RunAsync("replay", Scene.Stack)).Code, Is.EqualTo(ExitCode.Done), $"killed at {change}");
    }

    /// <summary>It died when all was done, or not at all: there is nothing to resume.</summary>
    private static async Task<bool> IsOverAsync(Scene scene, bool hasBegun) => hasBegun && await scene.StateAsync() == "settled";

    private static async Task<Scene> OpenAsync(IJournalDisk disk)
    {
        // As few lines as a whole release can have: each of them is a place to die at.
        var scene = await Scene.OpenAsync(workspace => workspace
            .Replace("stacks/environments/base.json", "\"bake\": \"2m\"", "\"bake\": \"30s\"")
            .Replace("stacks/environments/base.json", "\"watch\": \"5m\"", "\"watch\": \"1m\"")
            .Replace("stacks/environments/base.json", "\"samples\": 5", "\"samples\": 1"));
        scene.Disk = disk;
        scene.Migration = new JobEnds(Succeeds: true, TimeSpan.FromSeconds(20));
        return scene;
    }

    private sealed class CountingDisk : IJournalDisk
    {
        private readonly JournalDisk _disk = new();

        public int Changes { get; private set; }

        public void Write(string path, long at, ReadOnlySpan<byte> bytes)
        {
            Changes++;
            _disk.Write(path, at, bytes);
        }

        public void Cut(string path, long length) => _disk.Cut(path, length);

        public Task ReplaceAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
        {
            Changes++;
            return _disk.ReplaceAsync(path, bytes, cancellation);
        }
    }
}
