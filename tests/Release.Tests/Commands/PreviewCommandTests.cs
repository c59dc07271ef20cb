using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Release.Tests.Commands.CommandLineRun;

namespace ReleaseInfra.Release.Tests.Commands;

[NonParallelizable]
public sealed class PreviewCommandTests : WorkspaceTests
{
    [TestCase("dev")]
    [TestCase("staging")]
    [TestCase("production")]
    public async Task Preview_OfNothingApplied_CreatesEverything(string stack)
    {
        var run = await InAsync(Workspace, "preview", stack);

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
        Assert.That(run.Error, Is.Empty);
        Assert.That(run.Output, Does.StartWith(
            $"Preview of {stack}\n" +
            $"engine local, SDK {Stacks.SdkBuild.Name}, state .release/{stack}/state.json (nothing applied yet)\n\nRelease\n"));
        Assert.That(run.Output, Does.Contain("  + ContainerApp  web  app-web-"));
        Assert.That(run.Output, Does.Match(@"\nResources: \d+ to create \(0\.00 s\)\n$"));
    }

    [TestCase("dev")]
    [TestCase("staging")]
    [TestCase("production")]
    public async Task Preview_KnowsEveryInput(string stack)
    {
        var run = await InAsync(Workspace, "preview", stack, "--json");

        Assert.That(run.Output, Does.Not.Contain(InputValueText.Unknown));
    }

    [Test]
    public async Task Preview_ReleaseComesFirst()
    {
        var run = await InAsync(Workspace, "preview", "production");

        Assert.That(run.Output, Does.Contain(
            """

            Release
              admin      blue   v1.2.2  0%
              admin      green  v1.2.3  100%
              api        blue   v1.2.2  0%
              api        green  v1.2.3  100%
              migration         v1.2.3
              web        blue   v1.2.2  0%
              web        green  v1.2.3  100%
              worker            v1.2.3


            """));
    }

    [Test]
    public async Task Preview_WritesNothing()
    {
        var before = Snapshot();
        await InAsync(Workspace, "preview", "production");

        Assert.That(Snapshot(), Is.EqualTo(before));
    }

    [Test]
    public async Task Preview_OfWhatIsApplied_ChangesNothing()
    {
        await AppliedRelease.WriteAsync(Workspace, "production");
        var run = await InAsync(Workspace, "preview", "production");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done));
        Assert.That(run.Output, Does.Match(
            @"^Preview of production\nengine local, SDK \w+, state \.release/production/state\.json\n\n" +
            @"Release: no changes\n\nNo changes: \d+ unchanged \(0\.00 s\)\n$"));
    }

    [Test]
    public async Task Preview_ShowsDeletionsAndReplacements()
    {
        await AppliedRelease.WriteAsync(Workspace, "dev", applied => applied
            .WithInput("database", "administratorLogin", new TextValue("former"))
            .WithFormer(
                "azure-native:operationalinsights:Workspace",
                "former",
                new MapValue([new MapEntry("workspaceName", new TextValue("log-former"))])));
        var json = await InAsync(Workspace, "preview", "dev", "--json");
        var text = await InAsync(Workspace, "preview", "dev");

        Assert.That(json.Operations(), Is.EquivalentTo(new[]
        {
            "replace Server database",
            "replace Database database-application",
            "replace FirewallRule database-azure",
            "delete Workspace former",
        }));
        Assert.That(text.Output, Does.Contain("  ± Server  database  "));
        Assert.That(text.Output, Does.Match("""      administratorLogin: "former" -> "\w+" \(replaces\)\n"""));
        Assert.That(text.Output, Does.Match("""      serverName: "[\w-]+" -> \[known after up\] \(replaces\)\n"""));
        Assert.That(text.Output, Does.Contain("  - Workspace  former  log-former\n"));
        Assert.That(text.Output, Does.Match(@"\nResources: 3 to replace, 1 to delete, \d+ unchanged "));
    }

    [Test]
    public async Task Preview_BrokenState_IsNotAnEmptyOne()
    {
        Workspace.Write(".release/dev/state.json", "{ \"version\": 1, ");
        var run = await InAsync(Workspace, "preview", "dev");

        Assert.That(run.Code, Is.EqualTo(ExitCode.EngineFailed));
        Assert.That(run.Output, Is.Empty);
        Assert.That(run.Error, Does.StartWith(".release/dev/state.json cannot be read: ").And.Not.Contain("   at "));
    }

    [TestCase("--json")]
    [TestCase("--verbose")]
    [TestCase("--markdown")]
    public async Task Preview_SecretsAreNowhere(string format)
    {
        var run = await InAsync(Workspace, "preview", "production", format);

        Assert.That(run.Everything, Does.Not.Match("rehearsal-[0-9a-f]{40}|InstrumentationKey="));
    }

    [Test]
    public async Task State_HasNoSecrets()
    {
        await AppliedRelease.WriteAsync(Workspace, "production");

        Assert.That(Workspace.Read(".release/production/state.json"), Does
            .Contain("\"$secret\"").And
            .Not.Match("rehearsal-[0-9a-f]{40}|InstrumentationKey="));
    }

    [Test]
    public async Task Preview_WithoutTheKey_ShowsSecretsAsChanged()
    {
        await AppliedRelease.WriteAsync(Workspace, "dev");
        Workspace.Delete("profile/release-infra/state.key");
        var run = await InAsync(Workspace, "preview", "dev");

        Assert.That(run.Output, Does.Contain("      properties.value: [secret] -> [secret]\n"));
    }

    [Test]
    public async Task Preview_Verbose_ShowsInputs()
    {
        var run = await InAsync(Workspace, "preview", "dev", "--verbose");

        Assert.That(run.Output, Does.Match(@"      administratorLogin: ""\w+""\n      administratorLoginPassword: \[secret\]\n"));
    }

    [Test]
    public async Task Preview_Plain_HasNoEscapeCodes()
    {
        var plain = await InAsync(Workspace, "preview", "dev");
        var coloured = await InAsync(Workspace, new FakeTerminal(colour: true), CancellationToken.None, "preview", "dev");

        Assert.That(plain.Output, Does.Not.Contain("\e"));
        Assert.That(coloured.Output, Does.Contain("\e[32m+\e[0m"));
    }

    [Test]
    public async Task Preview_Interrupted()
    {
        using var interrupt = new CancellationTokenSource();
        await interrupt.CancelAsync();
        var run = await InAsync(Workspace, new FakeTerminal(), interrupt.Token, "preview", "dev");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Interrupted));
        Assert.That(run.Error, Is.EqualTo("Interrupted; nothing was changed.\n"));
        Assert.That(run.Output, Is.Empty);
    }

    private string[] Snapshot() => [.. Directory.GetFiles(Workspace.Folder, "*", SearchOption.AllDirectories).Order()];
}
