using Pulumi;
using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Engine.Local;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Stacks;
using ReleaseInfra.Stacks.Configuration;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Secrets;

/// <summary>Nothing that is written or printed has a secret in it, whatever the program does with its secrets.</summary>
[NonParallelizable]
public sealed class PlantedSecretsTests
{
    private readonly List<CommandLineRun> _runs = [];

    private TemporaryWorkspace _workspace = null!;
    private PlantedSecrets _secrets = null!;
    private int _storageGb = 64;

    [SetUp]
    public void Plant()
    {
        _workspace = new TemporaryWorkspace();
        _secrets = new PlantedSecrets();
        _runs.Clear();
        _storageGb = 64;
    }

    [TearDown]
    public void RemoveWorkspace() => _workspace.Dispose();

    [Test]
    public async Task Secrets_AreNowhere()
    {
        await RunAsync("preview", "dev", "--verbose");
        await RunAsync("preview", "dev", "--json");
        await RunAsync("preview", "dev", "--markdown", "--verbose");
        await RunAsync("up", "dev", "--yes", "--verbose");
        await RunAsync("up", "dev", "--yes", "--json");
        await RunAsync("outputs", "dev");
        await RunAsync("outputs", "dev", "--json");
        await RunAsync("outputs", "dev", "password");
        await RunAsync("history", "dev", "--json");
        _storageGb = 32;
        var refused = await RunAsync("up", "dev", "--yes", "--verbose");
        var changed = new PlantedSecrets();
        (_secrets, var before) = (changed, _secrets);
        var rotated = await RunAsync("preview", "dev", "--verbose");
        await RunAsync("destroy", "dev", "--yes", "--verbose");

        Assert.That(refused.Error, Does.Contain("InvalidParameterValue"));
        Assert.That(rotated.Output, Does.Contain("value: [secret] -> [secret]"));
        Assert.That(before.Count, Is.EqualTo(9));
        foreach (var written in Written())
            Assert.That(before.In(written.Text).Concat(changed.In(written.Text)), Is.Empty, written.Where);
    }

    [Test]
    public async Task SameSecrets_AreNoChange()
    {
        await RunAsync("up", "dev", "--yes");
        var again = await RunAsync("preview", "dev", "--json");

        Assert.That(again.Operations(), Is.Empty);
    }

    [Test]
    public async Task WithoutTheKey_EverySecretCountsAsChanged()
    {
        await RunAsync("up", "dev", "--yes");
        _workspace.Delete("profile/release-infra/state.key");
        var again = await RunAsync("preview", "dev", "--json");

        Assert.That(again.Operations(), Is.EquivalentTo(new[] { "update Server server", "update Secret secret", "update ContainerApp app" }));
    }

    /// <summary>Proves that the search would find one.</summary>
    [Test]
    public void Search_FindsWhatIsThere()
    {
        var secret = _secrets.Next();

        Assert.That(_secrets.In($"x{secret}x"), Is.EqualTo(new[] { secret }));
        Assert.That(_secrets.In(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(secret + "more"))), Is.EqualTo(new[] { secret }));
        Assert.That(_secrets.In("nothing"), Is.Empty);
    }

    private async Task<CommandLineRun> RunAsync(params string[] arguments)
    {
        _secrets.StartAgain();
        var terminal = new FakeTerminal();
        var machine = CommandLineRun.Machine(_workspace);
        var application = new ReleaseApplication(terminal, TimeProvider.System, _workspace.Folder, (_, _) => Open(machine));
        var code = await application.RunAsync(arguments, CancellationToken.None);
        var run = new CommandLineRun(code, terminal.OutputText, terminal.ErrorText);
        _runs.Add(run);
        return run;
    }

    private Workbench Open(Machine machine)
    {
        var workspace = new Workspace(_workspace.Folder);
        var engine = new LocalEngine(new LocalEngineOptions(
            workspace.Folder,
            "release-infra",
            _ => "{}",
            (_, options, mocks, test) => Deployment.TestWithServiceProviderAsync<PlantedStack>(mocks, new Provider(options, this), test),
            new SecretKeyFile(machine.ProfileFolder),
            machine,
            TimeProvider.System));
        return Composition.Open(workspace.Folder, LocalEngine.EngineName, machine, TimeProvider.System) with { Engine = engine };
    }

    private IEnumerable<(string Where, string Text)> Written() => Directory
        .EnumerateFiles(_workspace.Folder, "*", SearchOption.AllDirectories)
        .Select(file => (file, File.ReadAllText(file)))
        .Concat(_runs.Select((run, index) => ($"output of run {index + 1}", run.Everything)));

    private sealed class Provider(StackOptions options, PlantedSecretsTests test) : IServiceProvider
    {
        public object GetService(Type serviceType) => new PlantedStack(options, test._secrets, test._storageGb);
    }
}
