using System.Text.RegularExpressions;
using ReleaseInfra.Cli;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Release.Tests.Commands.CommandLineRun;

namespace ReleaseInfra.Release.Tests.Processes;

/// <summary>Two processes that change one stack.</summary>
[NonParallelizable]
[Platform(Exclude = "Win", Reason = "The first is stopped by a signal, so that the second surely comes while it is at work.")]
public sealed class TwoUpdatesTests : WorkspaceTests
{
    [Test]
    public async Task Second_NamesTheFirst_WhichGoesOn()
    {
        using var first = await StoppedAsync();
        using var second = ReleaseProcess.Start(Workspace, "up", "dev", "--yes");
        var refused = await second.EndAsync();
        await first.Process.SignalAsync("CONT");
        var done = await first.EndAsync();

        Assert.That(refused.Code, Is.EqualTo(ExitCode.Locked));
        Assert.That(refused.Error, Does.Match(Locked($"{first.Process.Id}")));
        Assert.That(refused.Output, Is.Empty);
        Assert.That(done.Code, Is.EqualTo(ExitCode.Done), done.Error);
        await AssertWholeAsync(updates: 1);
    }

    [Test]
    public async Task KilledHolder_DoesNotHoldTheNext()
    {
        using (var first = await StoppedAsync())
        {
            first.Process.Kill();
            await first.EndAsync();
        }

        using var next = ReleaseProcess.Start(Workspace, "up", "dev", "--yes");
        var done = await next.EndAsync();

        Assert.That(done.Code, Is.EqualTo(ExitCode.Done), done.Error);
        await AssertWholeAsync(updates: 1);
    }

    [Test]
    public async Task StartedAtTheSameMoment_EachIsDoneOrLockedOut()
    {
        var processes = Enumerable.Range(0, 3).Select(_ => ReleaseProcess.Start(Workspace, "up", "dev", "--yes")).ToArray();
        var runs = await Task.WhenAll(processes.Select(process => process.EndAsync()));
        var done = processes.Where((_, index) => runs[index].Code == ExitCode.Done).Select(process => process.Id).ToArray();
        Array.ForEach(processes, process => process.Dispose());

        Assert.That(done, Is.Not.Empty, string.Concat(runs.Select(run => run.Error)));
        foreach (var run in runs.Where(run => run.Code != ExitCode.Done))
        {
            Assert.That(run.Code, Is.EqualTo(ExitCode.Locked), run.Error);
            Assert.That(run.Error, Does.Match(Locked($"({string.Join('|', done)})")));
        }

        await AssertWholeAsync(updates: done.Length);
    }

    private async Task<WatchedUpdate> StoppedAsync()
    {
        var update = new WatchedUpdate(Workspace, "dev", "up");
        await update.ReachAsync(Landmark.Locked);
        await update.Process.SignalAsync("STOP");
        return update;
    }

    private async Task AssertWholeAsync(int updates)
    {
        Assert.That((await InAsync(Workspace, "preview", "dev", "--json")).Operations(), Is.Empty);
        Assert.That(
            HistoryLines.Read(Workspace, "dev"),
            Is.EqualTo(Enumerable.Range(1, updates).Select(number => (number, "succeeded"))));
        Assert.That(Remains.UnfinishedFiles(Workspace, "dev"), Is.Empty);
    }

    private static string Locked(string process) =>
        $@"^dev is locked by process {process} on {Regex.Escape(Environment.MachineName)} since \d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d UTC, " +
        @"for 'release up dev'\. Run the command again when that is done\. The lock of a process that died ends with it; where a network " +
        @"drive kept it, remove \.release/dev/lock\.\n$";
}
