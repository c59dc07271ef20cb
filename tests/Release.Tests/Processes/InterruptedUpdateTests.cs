using System.Text.RegularExpressions;
using ReleaseInfra.Cli;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Release.Tests.Commands.CommandLineRun;

namespace ReleaseInfra.Release.Tests.Processes;

[NonParallelizable]
[Platform(Exclude = "Win", Reason = "A process is sent Ctrl-C there through its console, which tests have none of.")]
public sealed partial class InterruptedUpdateTests
{
    private const string Stack = "production";

    /// <summary>So many that the signal surely comes while they are being made.</summary>
    private const int Services = 200;

    [TestCase("INT")]
    [TestCase("TERM")]
    public async Task Interrupted_SaysWhatWasDone_AndTheNextMakesTheRest(string signal)
    {
        using var workspace = LargeWorkspace.Make(Services);
        using var update = new WatchedUpdate(workspace, Stack, "up");
        await update.ReachAsync(Landmark.Recorded);
        await update.Process.SignalAsync(signal);
        var interrupted = await update.EndAsync();
        var rest = await InAsync(workspace, "up", Stack, "--yes");

        Assert.That(interrupted.Code, Is.EqualTo(ExitCode.Interrupted), interrupted.Error);
        var said = Sentence().Match(interrupted.Error);
        Assert.That(said.Success, interrupted.Error);
        var (done, of) = (int.Parse(said.Groups["done"].Value, null), int.Parse(said.Groups["of"].Value, null));
        Assert.That(done, Is.LessThan(of));
        Assert.That(rest.Code, Is.EqualTo(ExitCode.Done), rest.Error);
        Assert.That(rest.Output, Does.EndWith($"\n{Stack}: {of - done} created{(done == 0 ? "" : $", {done} unchanged")}\n"));
        Assert.That((await InAsync(workspace, "preview", Stack, "--json")).Operations(), Is.Empty);
        Assert.That(HistoryLines.Read(workspace, Stack), Is.EqualTo(new[] { (1, "interrupted"), (2, "succeeded") }));
    }

    [GeneratedRegex(@"^Interrupted: (?<done>\d+) of (?<of>\d+) changes were made and are kept\. 'release up production' makes the rest\.\n$")]
    private static partial Regex Sentence();
}
