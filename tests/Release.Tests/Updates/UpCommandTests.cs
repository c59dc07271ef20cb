using ReleaseInfra.Cli;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Release.Tests.Commands.CommandLineRun;

namespace ReleaseInfra.Release.Tests.Updates;

[NonParallelizable]
public sealed class UpCommandTests : WorkspaceTests
{
    [TestCase("dev")]
    [TestCase("staging")]
    [TestCase("production")]
    public async Task Up_FromNothing_LeavesNothingToDo(string stack)
    {
        var first = await InAsync(Workspace, "up", stack, "--yes");
        var again = await InAsync(Workspace, "preview", stack);
        var second = await InAsync(Workspace, "up", stack, "--yes");

        Assert.That(first.Code, Is.EqualTo(ExitCode.Done), first.Error);
        Assert.That(first.Output, Does.Match($@"\n(\d+)/\1  created   \w+  [\w-]+.*\n\n{stack}: \1 created\n$"));
        Assert.That(again.Output, Does.Match(@"\nRelease: no changes\n\nNo changes: \d+ unchanged \(0\.00 s\)\n$"));
        Assert.That(second.Output, Does.EndWith($"\n{stack}: already as configured\n"));
    }

    [Test]
    public async Task Up_AsJson_IsThePreviewAndHowItEnded()
    {
        var run = await InAsync(Workspace, "up", "dev", "--yes", "--json");
        var update = run.Json().GetProperty("update");

        Assert.That(run.Json().GetProperty("summary").GetProperty("create").GetInt32(), Is.GreaterThan(30));
        Assert.That(update.GetProperty("result").GetString(), Is.EqualTo("succeeded"));
        Assert.That(update.GetProperty("done").GetInt32(), Is.GreaterThan(30));
        Assert.That(update.GetProperty("outputs").GetProperty("resourceGroup").GetString(), Is.EqualTo("rg-app-dev"));
        Assert.That(run.Error, Is.Empty);
    }

    [Test]
    public async Task Up_WithNobodyToAsk_ChangesNothing()
    {
        var run = await InAsync(Workspace, "up", "dev");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(run.Error, Is.EqualTo(
            "'release up dev' asks before it changes anything, and here is nobody to ask. Pass --yes to go ahead.\n"));
        Assert.That(File.Exists(Workspace.PathOf(".release/dev/state.json")), Is.False);
    }

    [TestCase("y", (int)ExitCode.Done, "Apply this to dev? [y/N] y\n")]
    [TestCase("YES", (int)ExitCode.Done, "Apply this to dev? [y/N] YES\n")]
    [TestCase("", (int)ExitCode.Interrupted, "Apply this to dev? [y/N] \nNothing was changed in dev.\n")]
    [TestCase("n", (int)ExitCode.Interrupted, "Apply this to dev? [y/N] n\nNothing was changed in dev.\n")]
    public async Task Up_Asks(string answer, int code, string error)
    {
        var run = await InAsync(Workspace, new FakeTerminal(answer: answer), CancellationToken.None, "up", "dev");

        Assert.That(run.Code, Is.EqualTo((ExitCode)code));
        Assert.That(run.Error, Is.EqualTo(error));
        Assert.That(File.Exists(Workspace.PathOf(".release/dev/state.json")), Is.EqualTo(code == (int)ExitCode.Done));
    }

    [Test]
    public async Task Up_WithProblems_ChangesNothing()
    {
        Workspace.Replace("Pulumi.dev.yaml", "weight: 100", "weight: 90");
        var run = await InAsync(Workspace, "up", "dev", "--yes", "--json");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(run.Json().GetProperty("update").GetProperty("result").GetString(), Is.EqualTo("refused"));
        Assert.That(run.Json().GetProperty("problems").GetArrayLength(), Is.EqualTo(1));
        Assert.That(File.Exists(Workspace.PathOf(".release/dev/state.json")), Is.False);
    }

    [Test]
    public async Task Up_OfATemplateUnderAnExistingRevision_ChangesNothing()
    {
        await InAsync(Workspace, "up", "dev", "--yes");
        Workspace.Replace("stacks/environments/dev.json", "\"cpu\": 0.25,\n      \"memoryGi\": 0.5", "\"cpu\": 0.5,\n      \"memoryGi\": 1");
        var state = Workspace.Read(".release/dev/state.json");
        var run = await InAsync(Workspace, "up", "dev", "--yes");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(run.Error, Does.Contain("RI2017"));
        Assert.That(Workspace.Read(".release/dev/state.json"), Is.EqualTo(state));
    }

    [Test]
    public async Task Up_RefusedByAzure_KeepsWhatWasDone_AndTheNextMakesTheRest()
    {
        Storage(64);
        await InAsync(Workspace, "up", "dev", "--yes");
        Storage(32);
        Workspace.Replace("stacks/environments/base.json", "\"retentionDays\": 30", "\"retentionDays\": 60");
        var refused = await InAsync(Workspace, "up", "dev", "--yes");
        var between = await InAsync(Workspace, "preview", "dev");
        Storage(64);
        var rest = await InAsync(Workspace, "up", "dev", "--yes");

        Assert.That(refused.Code, Is.EqualTo(ExitCode.EngineFailed));
        Assert.That(refused.Error, Does.Match(
            @"^Azure refused urn:pulumi:dev::release-infra::[\w:\-$]+::database: InvalidParameterValue: .*storage.*\. \d of 2 changes were made " +
            @"and are kept; once the cause is gone, 'release up dev' makes the rest\.\n$"));
        Assert.That(between.Output, Does.Contain("state .release/dev/state.json (the last update did not end; 'release up dev' completes it)"));
        Assert.That(rest.Code, Is.EqualTo(ExitCode.Done), rest.Error);
        Assert.That((await InAsync(Workspace, "preview", "dev")).Output, Does.Contain("\nNo changes: "));
    }

    [TestCase(1)]
    [TestCase(9)]
    [TestCase(30)]
    public async Task Up_Interrupted_KeepsWhatWasDone_AndTheNextMakesTheRest(int after)
    {
        using var interrupt = new CancellationTokenSource();
        var terminal = new FakeTerminal(seen: output =>
        {
            if (output.Contains($"{after}/37  ", StringComparison.Ordinal))
                interrupt.Cancel();
        });
        var interrupted = await InAsync(Workspace, terminal, interrupt.Token, "up", "dev", "--yes");
        var rest = await InAsync(Workspace, "up", "dev", "--yes");
        var history = await InAsync(Workspace, "history", "dev", "--updates");

        Assert.That(interrupted.Code, Is.EqualTo(ExitCode.Interrupted));
        Assert.That(interrupted.Error, Is.EqualTo(
            $"Interrupted: {after} of 37 changes were made and are kept. 'release up dev' makes the rest.\n"));
        Assert.That(rest.Output, Does.EndWith($"\ndev: {37 - after} created, {after} unchanged\n"));
        Assert.That(history.Output, Does.Match($@"^2  .* up  succeeded  (.*\n)+1  2026-11-02 08:30:00Z  up  interrupted  after {after} changes\n"));
    }

    [Test]
    public async Task Up_InterruptedWhenAllIsDone_IsDone()
    {
        using var interrupt = new CancellationTokenSource();
        var terminal = new FakeTerminal(seen: output =>
        {
            if (output.Contains("37/37  ", StringComparison.Ordinal))
                interrupt.Cancel();
        });
        var run = await InAsync(Workspace, terminal, interrupt.Token, "up", "dev", "--yes");
        var again = await InAsync(Workspace, "preview", "dev");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
        Assert.That(again.Output, Does.Contain("state .release/dev/state.json\n").And.Contain("\nNo changes: 37 unchanged "));
    }

    private void Storage(int gigabytes)
    {
        var file = Workspace.Read("stacks/environments/base.json");
        Workspace.Write(
            "stacks/environments/base.json",
            System.Text.RegularExpressions.Regex.Replace(file, "\"storageGb\": \\d+", $"\"storageGb\": {gigabytes}"));
    }
}
