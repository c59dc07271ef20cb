using ReleaseInfra.Cli;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Release.Tests.Commands.CommandLineRun;

namespace ReleaseInfra.Release.Tests.Updates;

[NonParallelizable]
public sealed class DestroyCommandTests : WorkspaceTests
{
    [TestCase("dev")]
    [TestCase("staging")]
    public async Task Destroy_LeavesNothing_AndTheSameCanBeMadeAgain(string stack)
    {
        await InAsync(Workspace, "up", stack, "--yes");
        var destroyed = await InAsync(Workspace, "destroy", stack, "--yes");
        var twice = await InAsync(Workspace, "destroy", stack, "--yes");
        var outputs = await InAsync(Workspace, "outputs", stack);
        var again = await InAsync(Workspace, "up", stack, "--yes");

        Assert.That(destroyed.Code, Is.EqualTo(ExitCode.Done), destroyed.Error);
        Assert.That(destroyed.Output, Does.Match($@"\n(\d+)/\1  deleted   ResourceGroup  group  rg-app-\w+\n\n{stack}: \1 deleted\n$"));
        Assert.That(twice.Output, Does.EndWith($"\n{stack}: nothing is left to delete\n"));
        Assert.That(outputs.Output, Is.Empty);
        Assert.That(again.Code, Is.EqualTo(ExitCode.Done), again.Error);
    }

    [Test]
    public async Task Destroy_NeedsNoValidConfiguration()
    {
        await InAsync(Workspace, "up", "dev", "--yes");
        Workspace.Write("Pulumi.dev.yaml", "config: {}");
        var run = await InAsync(Workspace, "destroy", "dev", "--yes");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
    }

    [Test]
    public async Task Destroy_Asks()
    {
        await InAsync(Workspace, "up", "dev", "--yes");
        var run = await InAsync(Workspace, new FakeTerminal(answer: "no"), CancellationToken.None, "destroy", "dev");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Interrupted));
        Assert.That(run.Error, Is.EqualTo("Delete all of this from dev? What it holds is lost. [y/N] no\nNothing was changed in dev.\n"));
        Assert.That((await InAsync(Workspace, "preview", "dev")).Output, Does.Contain("\nNo changes: "));
    }

    [TestCase("production", (int)ExitCode.Configuration,
        "production is never destroyed by this command. To take it down on purpose, delete its resource group in Azure after removing its locks.\n")]
    [TestCase("other", (int)ExitCode.Configuration, "There is no stack 'other'. The stacks are dev, staging, production.\n")]
    [TestCase("dev", (int)ExitCode.EngineFailed, "Nothing was ever applied to dev: .release/dev/state.json has nothing of it. Run 'release up dev' first.\n")]
    public async Task Rejects_Destruction(string stack, int code, string message)
    {
        var run = await InAsync(Workspace, "destroy", stack, "--yes");

        Assert.That(run.Code, Is.EqualTo((ExitCode)code));
        Assert.That(run.Error, Is.EqualTo(message));
    }
}
