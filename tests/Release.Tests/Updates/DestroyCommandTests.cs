using ReleaseInfra.Cli;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Release.Tests.Commands.CommandLineRun;

namespace ReleaseInfra.Release.Tests.Updates;

[NonParallelizable]
public sealed class DestroyCommandTests
{
    private TemporaryWorkspace _workspace = null!;

    [SetUp]
    public void CopyWorkspace() => _workspace = new TemporaryWorkspace();

    [TearDown]
    public void RemoveWorkspace() => _workspace.Dispose();

    [TestCase("dev")]
    [TestCase("staging")]
    public async Task Destroy_LeavesNothing_AndTheSameCanBeMadeAgain(string stack)
    {
        await InAsync(_workspace, "up", stack, "--yes");
        var destroyed = await InAsync(_workspace, "destroy", stack, "--yes");
        var twice = await InAsync(_workspace, "destroy", stack, "--yes");
        var outputs = await InAsync(_workspace, "outputs", stack);
        var again = await InAsync(_workspace, "up", stack, "--yes");

        Assert.That(destroyed.Code, Is.EqualTo(ExitCode.Done), destroyed.Error);
        Assert.That(destroyed.Output, Does.Match($@"\n(\d+)/\1  deleted   ResourceGroup  group  rg-app-\w+\n\n{stack}: \1 deleted\n$"));
        Assert.That(twice.Output, Does.EndWith($"\n{stack}: nothing is left to delete\n"));
        Assert.That(outputs.Output, Is.Empty);
        Assert.That(again.Code, Is.EqualTo(ExitCode.Done), again.Error);
    }

    [Test]
    public async Task Destroy_NeedsNoValidConfiguration()
    {
        await InAsync(_workspace, "up", "dev", "--yes");
        _workspace.Write("Pulumi.dev.yaml", "config: {}");
        var run = await InAsync(_workspace, "destroy", "dev", "--yes");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
    }

    [Test]
    public async Task Destroy_Asks()
    {
        await InAsync(_workspace, "up", "dev", "--yes");
        var run = await InAsync(_workspace, new FakeTerminal(answer: "no"), CancellationToken.None, "destroy", "dev");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Interrupted));
        Assert.That(run.Error, Is.EqualTo("Delete all of this from dev? What it holds is lost. [y/N] no\nNothing was changed in dev.\n"));
        Assert.That((await InAsync(_workspace, "preview", "dev")).Output, Does.Contain("\nNo changes: "));
    }

    [TestCase("production", (int)ExitCode.Configuration,
        "production is never destroyed by this command. To take it down on purpose, delete its resource group in Azure after removing its locks.\n")]
    [TestCase("other", (int)ExitCode.Configuration, "There is no stack 'other'. The stacks are dev, staging, production.\n")]
    [TestCase("dev", (int)ExitCode.EngineFailed, "Nothing was ever applied to dev: .release/dev/state.json has nothing of it. Run 'release up dev' first.\n")]
    public async Task Rejects_Destruction(string stack, int code, string message)
    {
        var run = await InAsync(_workspace, "destroy", stack, "--yes");

        Assert.That(run.Code, Is.EqualTo((ExitCode)code));
        Assert.That(run.Error, Is.EqualTo(message));
    }
}
