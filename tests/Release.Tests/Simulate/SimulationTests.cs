using System.Collections.Immutable;
using System.Text.Json;
using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Commands;
using ReleaseInfra.Cli.Plans;
using ReleaseInfra.Cli.Rehearse.Faults;
using ReleaseInfra.Cli.Simulate;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Simulate;

[NonParallelizable]
public sealed class SimulationTests
{
    private TemporaryWorkspace _workspace = null!;
    private Workbench _workbench = null!;

    [OneTimeSetUp]
    public void Open()
    {
        // Short, so that a test is.
        _workspace = new TemporaryWorkspace()
            .Replace("stacks/environments/base.json", "\"steps\": [10, 20, 50, 100]", "\"steps\": [10, 100]")
            .Replace("stacks/environments/base.json", "\"bake\": \"5m\"", "\"bake\": \"2m\"")
            .Replace("stacks/environments/base.json", "\"watch\": \"1h\"", "\"watch\": \"5m\"");
        _workbench = Composition.Open(_workspace.Folder, "local", new Machine(_workspace.Folder, "ann", "laptop", 4711), TimeProvider.System);
    }

    [OneTimeTearDown]
    public void Close() => _workspace.Dispose();

    /// <summary>The same as a real one, in GoodReleaseTests.</summary>
    [Test]
    public void GoodRelease_HappensAsARealOne()
    {
        Assert.That(EventsOf("web"), Is.EqualTo(new[]
        {
            "preflight passed", "new version ready", "smoke passed", "drill began", "drill returned", "step began",
            "service moved", "gates passed", "service moved", "gates passed", "watch began", "watch passed",
        }));
        Assert.That(EventsOf(), Is.EqualTo(new[]
        {
            "preflight passed", "backup taken", "migration done", "new version ready", "smoke passed", "drill began", "drill returned",
            "step began", "service moved", "service moved", "service moved", "gates passed",
            "service moved", "service moved", "service moved", "service moved", "gates passed", "watch began", "watch passed",
        }));
    }

    [Test]
    public async Task SameSeed_SameBytes_OnAnyNumberOfThreads()
    {
        var once = await RunAsync(seed: 3, threads: 1);
        var again = await RunAsync(seed: 3, threads: 4);
        var other = await RunAsync(seed: 4, threads: 4);

        Assert.That(again, Is.EqualTo(once));
        Assert.That(other, Is.Not.EqualTo(once));
    }

    [Test]
    public async Task Json_HasTheDocumentedShape()
    {
        var terminal = new FakeTerminal();
        var request = new SimulationRequest(Request("web"), [FaultSyntax.Parse("errors=6%@10")], 6, Seed: 1, Threads: 2);

        await new SimulateCommand(_workbench, terminal).RunAsync(request, OutputFormat.Json, CancellationToken.None);

        var written = JsonDocument.Parse(terminal.OutputText).RootElement;
        Assert.That(DocumentedJsonTests.Shape(written), Is.EqualTo(DocumentedJsonTests.Shape(DocumentedJsonTests.Documented("rehearse --simulate --json"))));
    }

    [TestCase("none")]
    [TestCase("errors=6%@10")]
    [TestCase("latency=+2500ms")]
    [TestCase("crash-loop")]
    [TestCase("slow-start=90s")]
    [TestCase("bad-health@10")]
    [TestCase("bad-health")]
    [TestCase("memory-leak@10")]
    [TestCase("no-metrics@10")]
    [TestCase("azure-429@10")]
    [TestCase("azure-409@10")]
    [TestCase("azure-down=30s@10")]
    [TestCase("kill-engine@step-10")]
    [TestCase("kill-engine@watching")]
    [TestCase("database-slow@10")]
    [TestCase("config-conflict@10")]
    public void Fault_EndsAsItsKindSays(string text)
    {
        ImmutableArray<RehearsalFault> faults = text == "none" ? [] : [FaultSyntax.Parse(text)];
        var expected = faults is [var fault] ? fault.Kind.Ending : RehearsedEnding.Settled;
        var scene = new SceneMaker(_workbench, Request("web")).Make(SimulatedPolicy.Configured, faults);

        var endings = Enumerable.Range(0, 30).Select(number => SimulatedRelease.Play(scene, _workbench, (ulong)number).Outcome.Ending).ToArray();

        Assert.That(endings, Has.All.EqualTo(expected));
    }

    [Test]
    public void Rejects_AStackThatServesTheTag() => Assert.That(
        () => new SceneMaker(_workbench, Request() with { Tag = ImageTag.Parse("v1.2.3") }).Make(SimulatedPolicy.Configured, []),
        Throws.TypeOf<ReleaseFailure>().With.Message.EqualTo(
            "staging serves v1.2.3 already: there is nothing to rehearse. Name another tag, or services that do not serve it."));

    private static ReleaseRequest Request(params string[] services) =>
        new("staging", ImageTag.Parse("v1.3.0"), services, new RegularRelease(), null);

    private async Task<string> RunAsync(ulong seed, int threads)
    {
        var terminal = new FakeTerminal();
        var request = new SimulationRequest(
            Request("web"), [FaultSyntax.Parse("errors=6%@10"), FaultSyntax.Parse("kill-engine@step-10")], 45, seed, threads);
        var text = await new SimulateCommand(_workbench, terminal).RunAsync(request, OutputFormat.Text, CancellationToken.None);
        var json = await new SimulateCommand(_workbench, terminal).RunAsync(request, OutputFormat.Json, CancellationToken.None);
        Assert.That((text, json), Is.EqualTo((ExitCode.Done, ExitCode.Done)));
        return terminal.OutputText;
    }

    private string[] EventsOf(params string[] services)
    {
        var scene = new SceneMaker(_workbench, Request(services)).Make(SimulatedPolicy.Configured, []);
        var played = SimulatedRelease.Play(scene, _workbench, 0);
        return [.. played.Journal.Select(record => record.Entry).OfType<Happened>().Select(happened => happened.Event.Kind)];
    }
}
