using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Journal.Files;
using ReleaseInfra.Cli.Runs;
using ReleaseInfra.Release.Tests.Journal;
using ReleaseInfra.Release.Tests.Runs.Faults;
using ReleaseInfra.Release.Tests.Runs.Scenes;

namespace ReleaseInfra.Release.Tests.Runs;

/// <summary>What happens to a release whose journal cannot be written, or is not what was written.</summary>
public sealed class JournalFaultTests
{
    [TestCase("\"state\":\"deployed at 0 %\"", 100)]
    [TestCase("\"state\":\"baking at 10 %\"", 90)]
    [TestCase("\"work\":\"weight change\",\"service\":\"web\",\"weight\":100", 0)]
    public async Task FullDisk_StopsTheRelease_AndWithRoomItGoesThrough(string line, int old)
    {
        await using var scene = await Scene.OpenAsync();
        var disk = new FullDisk();
        scene.Disk = disk;
        scene.When(line, () => disk.LinesFit = false);

        var run = await scene.ReleaseAsync();

        Assert.That(run.Code, Is.EqualTo(ExitCode.EngineFailed), run.Everything);
        Assert.That(run.Error, Does.Contain("could not be written, so nothing that depends on it was done. Make room, then run 'release resume'."));
        Assert.That(await scene.OldWeightAsync(), Is.EqualTo(old));

        disk.LinesFit = true;
        var resumed = await scene.RunAsync("resume", Scene.Stack);

        Assert.That(resumed.Code, Is.EqualTo(ExitCode.Done), resumed.Everything);
        Assert.That(await scene.EventsAsync(), Is.EqualTo(Walk.Through));
        Assert.That(await scene.OldWeightAsync(), Is.Zero);
    }

    [TestCase("status")]
    [TestCase("resume")]
    [TestCase("rollback", "--reason", "orders fail")]
    [TestCase("run", "--tag", "v1.3.0", "--yes")]
    public async Task FlippedByte_IsNamed_AndTheJournalIsNotTakenOver(string verb, params string[] options)
    {
        await using var scene = await Scene.OpenAsync();
        using var interrupt = new CancellationTokenSource();
        scene.When("\"state\":\"baking at 10 %\"", interrupt.Cancel);
        await scene.RunAsync(null, interrupt.Token, "run", Scene.Stack, "--tag", "v1.3.0", "--service", "web", "--yes");
        var file = Directory.EnumerateFiles(scene.Workspace.PathOf(".release/staging/journal"), "*.jsonl").Single();
        var bytes = await File.ReadAllBytesAsync(file);
        var second = Array.IndexOf(bytes, (byte)'\n') + 1;
        bytes[second + "{\"v\":1,\"n\":2,\"at\":\"202".Length] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);

        var run = await scene.RunAsync([verb, Scene.Stack, .. options]);

        Assert.That(run.Code, Is.EqualTo(ExitCode.EngineFailed), run.Everything);
        Assert.That(run.Error, Does.StartWith($"Line 2 of .release/staging/journal/{Path.GetFileName(file)} is not what was written:"));
        Assert.That(await File.ReadAllBytesAsync(file), Is.EqualTo(bytes));
        Assert.That(await scene.OldWeightAsync(), Is.EqualTo(90));
    }

    /// <summary>As where a network drive forgets a lock: what was decided before is not done any more.</summary>
    [Test]
    public async Task JournalTakenOver_EndsTheFormerWriter_WhichChangesNothingMore()
    {
        await using var scene = await Scene.OpenAsync();
        ReleaseJournal? others = null;
        scene.When("\"state\":\"shifting web to 100 %\"", async () =>
        {
            var name = (await NewestRelease.FindAsync(scene.Journals, Scene.Stack, default))!.Name;
            File.Delete(scene.Workspace.PathOf($".release/staging/journal/{name.Release.Text}.lock"));
            others = await ReleaseJournal.TakeOverAsync(
                new FileJournalStore(scene.Workspace.Folder, new JournalDisk()), name, new JournalWriter("bob@desk", "desk", 7), scene.Time, default);
        });

        var run = await scene.ReleaseAsync();

        Assert.That(run.Code, Is.EqualTo(ExitCode.Locked), run.Everything);
        Assert.That(run.Error, Does.Contain("was taken over by bob@desk"));
        Assert.That(run.Error, Does.Contain("nothing more is written. The release is theirs now."));
        Assert.That(await scene.OldWeightAsync(), Is.EqualTo(90));
        await others!.DisposeAsync();
        Assert.That(await scene.EventsAsync(), Is.EqualTo(Walk.PastTen));
    }
}
