using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Stacks.Tests;

public sealed class EngineProgramTests
{
    [Test]
    public async Task Run_WithoutEngine_EndsInOneSentence()
    {
        var (code, lines) = await RunAsync(stackName: null, RepositoryRoot.Path);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(lines, Has.Length.EqualTo(2));
        Assert.That(lines[0], Is.EqualTo($"Pulumi SDK: {SdkBuild.Name}"));
        Assert.That(lines[1], Is.Not.Empty.And.Not.Contain("   at "));
    }

    [Test]
    public async Task Run_UnknownStack_NamesTheKnown()
    {
        var (code, lines) = await RunAsync("prod", RepositoryRoot.Path);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(lines[1], Is.EqualTo("There is no stack 'prod': an environment is one of dev, staging, production."));
    }

    [Test]
    public async Task Run_OutsideAWorkspace_SaysWhatIsMissing()
    {
        using var folder = new TemporaryFolder();

        var (code, lines) = await RunAsync("dev", folder.Path);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(lines[1], Is.EqualTo($"There is no Pulumi.yaml in {folder.Path} or above it."));
    }

    [Test]
    public void Sdk_IsOneOfTheTwo() => Assert.That(SdkBuild.Name, Is.EqualTo("nuget").Or.EqualTo("offline"));

    private static async Task<(int Code, string[] Lines)> RunAsync(string? stackName, string folder)
    {
        await using var errors = new StringWriter();
        var code = await EngineProgram.RunAsync(stackName, folder, errors);
        return (code, errors.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }
}
