using ReleaseInfra.Cli;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Release.Tests.Commands.CommandLineRun;

namespace ReleaseInfra.Release.Tests.Commands;

[NonParallelizable]
public sealed class CommandLineTests : WorkspaceTests
{
    [TestCase("bogus", "There is no verb 'bogus'. The verbs are validate, preview, up, destroy, rehearse, plan, run, resume, promote, abort, rollback, outputs, status, history, report, replay, what-if, drift, migrations.\nRun 'release --help' for what it takes.\n")]
    [TestCase("--bogus", "There is no option '--bogus'.\nRun 'release --help' for what it takes.\n")]
    [TestCase("", "Required command was not provided.\nRun 'release --help' for what it takes.\n")]
    [TestCase("preview", "Required argument missing for command: 'preview'.\nRun 'release preview --help' for what it takes.\n")]
    [TestCase("preview dev --bogus", "Unrecognized command or argument '--bogus'.\nRun 'release preview --help' for what it takes.\n")]
    [TestCase("preview dev --json --markdown", "--json and --markdown exclude each other: choose one.\n")]
    public async Task Rejects_Usage(string arguments, string expected)
    {
        var run = await InAsync(Workspace, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.That(run.Error, Is.EqualTo(expected));
        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(run.Output, Is.Empty);
    }

    [TestCase("validate")]
    [TestCase("preview")]
    [TestCase("up")]
    [TestCase("destroy")]
    [TestCase("plan")]
    [TestCase("run")]
    [TestCase("resume")]
    [TestCase("promote")]
    [TestCase("abort")]
    [TestCase("rollback")]
    [TestCase("outputs")]
    [TestCase("history")]
    [TestCase("status")]
    [TestCase("report")]
    [TestCase("replay")]
    [TestCase("what-if")]
    [TestCase("drift")]
    public async Task Help_HasExamples(string verb)
    {
        var run = await InAsync(Workspace, verb, "--help");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done));
        Assert.That(run.Output, Does.Contain("Examples:").And.Contain($"  release {verb} "));
    }

    [Test]
    public async Task Help_OfAll_HasALineForEachVerb()
    {
        var run = await InAsync(Workspace, "--help");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done));
        Assert.That(run.Output, Does.Match(@"\n  up <STACK> +Applies the configuration as it stands: .*\n  destroy <STACK> +Deletes "));
        Assert.That(run.Output, Does.Not.Contain("Examples:"));
    }

    [Test]
    public async Task Rejects_FolderWithoutAWorkspace()
    {
        using var elsewhere = new TemporaryFolder();
        var run = await InAsync(Workspace, "preview", "dev", "--cwd", elsewhere.Path);

        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(run.Error, Is.EqualTo(
            $"There is no Pulumi.yaml in {elsewhere.Path} or above it. Run the command inside the repository, or name it with --cwd.\n"));
    }

    [Test]
    public async Task Cwd_MayLieInsideTheWorkspace()
    {
        var run = await InAsync(Workspace, "validate", "--cwd", "stacks");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
        Assert.That(run.Output, Is.EqualTo("dev, staging, production: no problems.\n"));
    }

    [Test]
    public async Task Validate_GroupsByFile_AndNamesASharedProblemOnce()
    {
        Workspace
            .Replace("stacks/environments/base.json", "\"port\": 3000", "\"port\": 70000")
            .Replace("Pulumi.dev.yaml", "config:", "config:\n  release-infra:realease: x");
        var run = await InAsync(Workspace, "validate");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(run.Output, Does.StartWith("Pulumi.dev.yaml\n  RI1005 Pulumi.dev.yaml:"));
        Assert.That(run.Output, Does.Contain("\n\nstacks/environments/base.json\n  RI1008 stacks/environments/base.json:"));
        Assert.That(run.Output, Does.EndWith("\n2 problems in 2 files.\n"));
    }

    [Test]
    public async Task Validate_Json()
    {
        Workspace.Replace("stacks/environments/base.json", "\"port\": 3000", "\"port\": 70000");
        var run = await InAsync(Workspace, "validate", "dev", "--json");

        var problem = run.Json().GetProperty("problems").EnumerateArray().Single();
        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(run.Json().GetProperty("stacks").EnumerateArray().Select(stack => stack.GetString()), Is.EqualTo(new[] { "dev" }));
        Assert.That(problem.GetProperty("code").GetString(), Is.EqualTo("RI1008"));
        Assert.That(problem.GetProperty("file").GetString(), Is.EqualTo("stacks/environments/base.json"));
        Assert.That(
            problem.GetProperty("line").GetInt32(),
            Is.EqualTo(Workspace.LineOf("stacks/environments/base.json", "\"port\": 70000")));
    }
}
