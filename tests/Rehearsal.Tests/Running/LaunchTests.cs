using ReleaseInfra.Rehearsal.ContainerApps;
using static ReleaseInfra.Rehearsal.Tests.SmallAzure;

namespace ReleaseInfra.Rehearsal.Tests.Running;

/// <summary>What a version's process is given, and what becomes of one that does not work.</summary>
public sealed class LaunchTests
{
    private const string Worker = "web--w1";

    private RunningScene _scene = null!;

    [SetUp]
    public async Task OpenAsync() => _scene = await RunningScene.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await _scene.DisposeAsync();

    [Test]
    public async Task Variables_ArePlainOnesAlone()
    {
        _scene.Launches.Instead = _ => LaunchedSample.Shell("env; exec sleep 600") with
        {
            Variables = LaunchedSample.NoVariables.Add("FROM_LAUNCH", "1").Add("LEVEL", "launch"),
        };
        Environment.SetEnvironmentVariable("OF_THIS_MACHINE", "a credential");
        await new RunningApp
        {
            Suffix = "w1",
            HasIngress = false,
            Secrets = [Map(("name", "db"), ("value", "swordfish"))],
            Variables = [Map(("name", "RELEASE_TAG"), ("value", "v1.3.0")), Map(("name", "LEVEL"), ("value", "app")), Map(("name", "DB"), ("secretRef", "db"))],
        }.PutAsync(_scene);
        await _scene.SettledAsync();

        var variables = (await LogAsync()).Split('\n').Where(line => line.Contains('=')).Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        Assert.That(variables, Contains.Key("PORT").And.ContainKey("PATH"));
        Assert.That(
            (variables["RELEASE_TAG"], variables["LEVEL"], variables["FROM_LAUNCH"], variables["CONTAINER_APP_REVISION"]),
            Is.EqualTo(("v1.3.0", "app", "1", Worker)));
        Assert.That(variables, Does.Not.ContainKey("DB").And.Not.ContainKey("OF_THIS_MACHINE"));
        Assert.That(await LogAsync(), Does.Not.Contain("swordfish"));
        Assert.That(_scene.Apps.Versions.Single().SecretVariables, Is.EqualTo(new[] { "DB" }));
    }

    [Test]
    public async Task Program_NotFound_IsWhyTheRevisionCannotBeProvisioned()
    {
        _scene.Launches.Instead = _ => LaunchedSample.Shell("") with { FileName = "no-such-program" };
        await PutWorkerAsync();
        await _scene.SettledAsync();

        var view = await _scene.RevisionAsync(Worker);
        Assert.That(view.Error, Is.EqualTo("The program 'no-such-program' is in no folder of PATH."));
        Assert.That(view.Revision.Health, Is.EqualTo(RevisionHealth.Unhealthy));
    }

    [Test]
    public async Task Program_Ends_IsStartedAgain_AndItsLastWordsAreKept()
    {
        _scene.Launches.Instead = _ => LaunchedSample.Shell("echo started; echo 'no such database' >&2; exit 3");
        await PutWorkerAsync();
        await RunningScene.UntilAsync(async () => (await _scene.RevisionAsync(Worker)).Restarts >= 2, "it was started again twice");

        Assert.That((await _scene.RevisionAsync(Worker)).Revision.Health, Is.EqualTo(RevisionHealth.Unhealthy));
        Assert.That(_scene.Apps.LastWordsOf("web", Worker), Does.Contain("no such database").And.Contain("(ended with exit code 3)"));
    }

    [Test]
    public async Task Program_IgnoresBeingAskedToEnd_IsKilledWithAllThatItStarted()
    {
        _scene.Launches.Instead = _ => LaunchedSample.Shell("trap '' TERM; sleep 600 & echo child $!; while true; do sleep 1; done");
        await PutWorkerAsync();
        await _scene.SettledAsync();
        await RunningScene.UntilAsync(async () => (await LogAsync()).Contains("child", StringComparison.Ordinal), "it has started another");
        var child = int.Parse((await LogAsync()).Split("child ")[1].Split('\n')[0], null);
        Assert.That(RunningScene.IsRunning(child), Is.True);

        await _scene.Apps.DisposeAsync();

        await RunningScene.UntilAsync(() => Task.FromResult(!RunningScene.IsRunning(child)), "what it had started has ended");
    }

    [Test]
    public async Task Working_IsHeldWhileAProcessStarts()
    {
        await _scene.DisposeAsync();
        var (held, most) = (0, 0);
        _scene = await RunningScene.OpenAsync(options => options with { Working = () => new Hold(() => most = Math.Max(most, ++held), () => held--) });
        await PutWorkerAsync();
        await _scene.SettledAsync();

        Assert.That((held, most), Is.EqualTo((0, 1)));
    }

    private Task PutWorkerAsync() => new RunningApp { Suffix = "w1", HasIngress = false }.PutAsync(_scene);

    private async Task<string> LogAsync()
    {
        var path = Path.Combine(_scene.Logs, $"{Worker}.log");
        if (!File.Exists(path))
            return "";
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return await new StreamReader(file).ReadToEndAsync();
    }

    private sealed class Hold : IDisposable
    {
        private readonly Action _end;

        public Hold(Action begin, Action end)
        {
            _end = end;
            begin();
        }

        public void Dispose() => _end();
    }
}
