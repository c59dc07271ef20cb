using Pulumi;
using Pulumi.Testing;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Stacks.Configuration;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Stacks.Tests.Configuration.ReadConfiguration;

namespace ReleaseInfra.Stacks.Tests.Configuration;

/// <summary>The engine's way to the configuration, through the variables that it sets for the whole process.</summary>
[NonParallelizable]
public sealed class ProgramConfigurationTests
{
    private const string Variable = "PULUMI_CONFIG";

    private TemporaryWorkspace _workspace = null!;

    [SetUp]
    public void CopyWorkspace() => _workspace = new TemporaryWorkspace();

    [TearDown]
    public void RemoveWorkspace()
    {
        _workspace.Dispose();
        Environment.SetEnvironmentVariable(Variable, null);
        // A failed run leaves the code of its failure to the process.
        Environment.ExitCode = 0;
    }

    [TestCase("dev")]
    [TestCase("staging")]
    [TestCase("production")]
    public async Task Read_AsTheEngineGivesIt_SaysWhatTheFilesSay(string stack)
    {
        var read = await ReadInProgramAsync(stack);

        Assert.That(read, Is.EqualTo(Values.Of(_workspace.Settings(stack))));
    }

    [Test]
    public void Read_BadRelease_NamesTheLineOfTheStackFile()
    {
        _workspace.Replace(StagingRelease, "blue: { tag: v1.2.2, weight: 0 }", "blue: { tag: v1.2.2, weight: 20 }");

        Assert.That(
            () => ReadInProgramAsync("staging"),
            Throws.TypeOf<RunException>().With.Message.Contains(
                """
                The configuration has 1 problem:

                RI2001 Pulumi.staging.yaml:11 config.release-infra:release.web.green.weight
                  The weights of 'web' are 20 and 100, which make 120 and not 100.
                  Allowed: whole weights from 0 to 100 that make 100 together
                  Set green to 80, or blue to 0.
                """));
    }

    [Test]
    public void Read_ReleaseThatTheFileDoesNotSay_NamesNoLine()
    {
        _workspace.Replace(StagingRelease, "blue: { tag: v1.2.2, weight: 0 }", "blue: { tag: v1.2.2, weight: 20 }");
        var given = EngineJson("staging");
        _workspace.Replace(StagingRelease, "weight: 20 }", "weight: 30 }");

        Assert.That(
            () => ReadInProgramAsync("staging", given),
            Throws.TypeOf<RunException>().With.Message.Contains("RI2001 Pulumi.staging.yaml config.release-infra:release.web.green.weight"));
    }

    [Test]
    public async Task Read_EngineSaysOtherThanTheFilesThatWereRead_TakesTheEnginesWord()
    {
        var workspace = new Workspace(_workspace.Folder);
        var written = (Valid<EnvironmentSettings>)StackConfiguration.Read(workspace, "staging", previous: null);
        var given = EngineJson("staging").Replace("v1.2.2", "v1.2.1", StringComparison.Ordinal);

        var read = await ReadInProgramAsync("staging", given, workspace);

        var expected = Values.Of(written.Value)
            .Replace("v1.2.2", "v1.2.1", StringComparison.Ordinal)
            .Replace("v1-2-2", "v1-2-1", StringComparison.Ordinal);
        Assert.That(read, Is.EqualTo(expected));
    }

    [Test]
    public void Read_UnknownStack_NamesTheStacks() => Assert.That(
        () => ReadInProgramAsync("test", "{}"),
        Throws.TypeOf<RunException>().With.Message.Contains("There is no stack 'test'."));

    private Task<string> ReadInProgramAsync(string stack) => ReadInProgramAsync(stack, EngineJson(stack));

    private Task<string> ReadInProgramAsync(string stack, string given) =>
        ReadInProgramAsync(stack, given, new Workspace(_workspace.Folder));

    private static async Task<string> ReadInProgramAsync(string stack, string given, Workspace workspace)
    {
        Environment.SetEnvironmentVariable(Variable, given);
        var read = "";
        await Deployment.TestAsync(
            new NoResources(),
            new TestOptions { ProjectName = "release-infra", StackName = stack },
            () => { read = Values.Of(ProgramConfiguration.Read(workspace)); });
        return read;
    }

    private string EngineJson(string stack) => ((Valid<string>)EngineConfiguration.Read(new Workspace(_workspace.Folder), stack)).Value;

    private sealed class NoResources : IMocks
    {
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) =>
            throw new InvalidOperationException($"The program declares {args.Type}.");

        public Task<object> CallAsync(MockCallArgs args) => throw new InvalidOperationException($"The program calls {args.Token}.");
    }
}
