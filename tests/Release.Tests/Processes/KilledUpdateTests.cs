using System.Globalization;
using ReleaseInfra.Cli;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Release.Tests.Commands.CommandLineRun;

namespace ReleaseInfra.Release.Tests.Processes;

/// <summary>A process that dies without a word leaves a stack that the next update completes.</summary>
/// <remarks><c>tests/kill-up.sh</c> runs as many rounds as one likes.</remarks>
[NonParallelizable]
[Platform(Exclude = "Win", Reason = "Windows has no SIGKILL; what a process leaves in its files is the same there, and DurableFilesTests goes through it.")]
public sealed class KilledUpdateTests
{
    private const string Stack = KilledCase.Stack;
    private const int Seed = 20261121;

    private static readonly IEnumerable<int> Rounds = Enumerable.Range(
        0,
        int.Parse(Environment.GetEnvironmentVariable("RELEASE_KILL_ROUNDS") ?? "8", CultureInfo.InvariantCulture));

    private readonly List<UndisturbedUpdate> _undisturbed = [];
    private readonly Dictionary<WhereItDied, int> _died = [];

    [OneTimeSetUp]
    public async Task MeasureUndisturbedUpdates()
    {
        // The first process of all pays for the disk's cache, and its times are nobody's.
        await UndisturbedUpdate.MeasureAsync(KilledCase.All[0]);
        foreach (var @case in KilledCase.All)
            _undisturbed.Add(await UndisturbedUpdate.MeasureAsync(@case));
    }

    [OneTimeTearDown]
    public void Summarize()
    {
        foreach (var where in Enum.GetValues<WhereItDied>())
            TestContext.Progress.WriteLine($"killed {where}: {_died.GetValueOrDefault(where)}");
    }

    [TestCaseSource(nameof(Rounds))]
    public async Task Killed_AtAnyMoment_TheNextUpCompletes(int round)
    {
        var undisturbed = _undisturbed[round % _undisturbed.Count];
        var moment = undisturbed.Draw(new Random(Seed + round));
        using var workspace = await undisturbed.Case.WorkspaceAsync();
        var before = HistoryLines.Read(workspace, Stack);

        var died = await KillAsync(undisturbed.Case, moment, workspace, before.Length);

        var told = $"{undisturbed.Case.Name}, killed {moment.Delay.TotalMilliseconds:0} ms after {moment.After}: {died}";
        await AssertReadableAsync(workspace, told);
        var started = HistoryLines.Read(workspace, Stack).Length;
        var up = await InAsync(workspace, "up", Stack, "--yes");
        Assert.That(up.Code, Is.EqualTo(ExitCode.Done), $"{told}\n{up.Error}");
        Assert.That((await InAsync(workspace, "preview", Stack, "--json")).Operations(), Is.Empty, told);
        Assert.That(StackFiles.Read(workspace, Stack), Is.EqualTo(undisturbed.Left), told);
        Assert.That(Remains.UnfinishedFiles(workspace, Stack), Is.Empty, told);

        var history = HistoryLines.Read(workspace, Stack);
        Assert.That(history.Select(update => update.Number), Is.EqualTo(Enumerable.Range(1, started + 1)), told);
        Assert.That(history[..before.Length], Is.EqualTo(before), told);
        Assert.That(history[^1].End, Is.EqualTo("succeeded"), told);
    }

    private async Task<WhereItDied> KillAsync(KilledCase @case, KillMoment moment, TemporaryWorkspace workspace, int updatesBefore)
    {
        using var update = @case.Start(workspace);
        await update.ReachAsync(moment.After);
        await Task.Delay(moment.Delay);
        update.Process.Kill();
        var died = Remains.Of(workspace, Stack, await update.EndAsync(), updatesBefore);
        _died[died] = _died.GetValueOrDefault(died) + 1;
        return died;
    }

    private static async Task AssertReadableAsync(TemporaryWorkspace workspace, string told)
    {
        foreach (var verb in new[] { "preview", "history --updates" })
        {
            var run = await InAsync(workspace, [.. verb.Split(' '), Stack]);
            Assert.That(run.Code, Is.EqualTo(ExitCode.Done), $"{told}\n{verb}: {run.Error}");
        }
    }
}
