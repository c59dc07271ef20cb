using System.Text.Json.Nodes;
using Pulumi.Automation.Commands;
using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.Automation;
using ReleaseInfra.Cli.Engine.Automation.History;
using ReleaseInfra.Cli.Engine.History;
using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Release.Tests.Engine.Contract;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Scripted;
using static ReleaseInfra.Tests.Support.Scripted.BackendTexts;

namespace ReleaseInfra.Release.Tests.Engine.Automation;

/// <summary>What is only Pulumi's: its commands, its plans, its lock, its ways of saying no.</summary>
[NonParallelizable]
internal sealed class PulumiEngineTests
{
    private const string App = "azure-native:app:ContainerApp";
    private const string Violation =
        "resource urn:pulumi:dev::release-infra::azure-native:app:ContainerApp::web violates plan: properties changed: ~~x[{open-7f3a}!={hidden-7f3a}]";

    private TemporaryWorkspace _workspace = null!;
    private ScriptedPulumi _pulumi = null!;
    private PulumiEngine _engine = null!;
    private EnvironmentSettings _settings = null!;

    [SetUp]
    public void Start()
    {
        _workspace = new TemporaryWorkspace();
        _pulumi = new ScriptedPulumi(_workspace.Folder);
        _settings = ContractSettings.Of(_workspace);
        _engine = Engine(async cancellation => await LocalPulumiCommand.CreateAsync(cancellationToken: cancellation));
        _pulumi.On("stack-select");
        Applied(Web("a"));
        Previews(EventLines.Begins("update", Web("a"), Web("b"), ("template.x", "update")));
        _pulumi.On("up").Emits([EventLines.Ends("update", Web("a"), Web("b"))]);
        _pulumi.On("stack-output").Says("{}");
        _pulumi.On("stack-output-clear").Says("{}");
    }

    [TearDown]
    public void End() => _workspace.Dispose();

    [Test]
    public async Task Up_RunsTheCommandsOfTheAutomationApi()
    {
        await UpAsync();

        Assert.That(_pulumi.Calls, Is.EqualTo(new[]
        {
            "stack select --stack dev",
            "stack history --json --page-size 100 --page 1 --stack dev",
            "stack export --stack dev --show-secrets",
            "preview --save-plan FILE --color never --exec-kind auto.local --stack dev",
            "up --yes --skip-preview --plan FILE --message configuration: 1 to update, by ann@laptop --color never --exec-kind auto.local --stack dev",
            "stack output --json --stack dev",
            "stack output --json --show-secrets --stack dev",
            "stack history --json --page-size 1 --page 1 --stack dev",
        }));
        Assert.That(_pulumi.EnvironmentOf("up"), Does.Contain("PULUMI_DEBUG_COMMANDS=true").And.Contain("PULUMI_SKIP_UPDATE_CHECK=true"));
    }

    [Test]
    public async Task Preview_Alone_SavesNoPlan_AndSettingsStayAsTheyWere()
    {
        var before = _workspace.Read("Pulumi.dev.yaml");
        await PreviewAsync();

        Assert.That(_pulumi.Calls[^1], Is.EqualTo("preview --color never --exec-kind auto.local --stack dev"));
        Assert.That(_workspace.Read("Pulumi.dev.yaml"), Is.EqualTo(before));
    }

    [Test]
    public async Task Up_ThatMakesResources_IsNotHeldToThePlan_AndSaysSo()
    {
        Previews(EventLines.Begins("create", null, Web("b")));
        var plan = await UpAsync();

        Assert.That(plan.Notes, Is.EqualTo(new[]
        {
            "The update is not held to this preview: it makes resources, and Pulumi's update plans fail on values that only they will give.",
        }));
        Assert.That(_pulumi.Calls.Single(call => call.StartsWith("up ", StringComparison.Ordinal)), Does.Not.Contain("--plan"));
    }

    [Test]
    public void Up_ThatLeavesThePlan_SaysSo_WithoutValues()
    {
        _pulumi.On("up").Emits([EventLines.Error(Violation)]).Complains($"error: {Violation}\n").Ends(255);
        var failure = Assert.ThrowsAsync<ReleaseFailure>(UpAsync)!;

        Assert.That(failure.Code, Is.EqualTo(ExitCode.PlanChanged));
        Assert.That(failure.Message, Is.EqualTo(
            "dev has changed since the preview, and the update stopped there: resource urn:pulumi:dev::release-infra::azure-native:app:ContainerApp::web " +
            "violates plan. What was done before is kept. Run 'release preview dev', and the command again."));
        Assert.That(failure.InnerException, Is.Null);
    }

    [Test]
    public void Up_WhileTheServiceIsBusy_SaysHowToGetOut()
    {
        _pulumi.On("up").Complains(CloudLocked).Ends(255);
        var failure = Assert.ThrowsAsync<ReleaseFailure>(UpAsync)!;

        Assert.That(failure.Code, Is.EqualTo(ExitCode.Locked));
        Assert.That(failure.Message, Is.EqualTo(
            "dev is locked by another update. Run the command again when that is done. If its process is gone, take the lock away with " +
            "'pulumi cancel --stack dev'."));
    }

    [Test]
    public async Task PendingCreation_IsSaid_AndRefusesAnUpdate()
    {
        _pulumi.On("stack-export").Says(Export([Web("a")], (Web("a").Urn, "creating"), (Web("a").Urn, "updating")));
        var plan = await PreviewAsync();
        var failure = Assert.ThrowsAsync<ReleaseFailure>(UpAsync)!;

        Assert.That(plan.From!.IsFinished, Is.False);
        Assert.That(plan.From.Notes, Is.EqualTo(new[]
        {
            $"An earlier update was cut off while it made {Web("a").Urn}: Azure may have it, and the state does not know. Before the next update " +
                "run 'pulumi refresh --stack dev', which asks what became of it.",
            $"An earlier update was cut off while updating {Web("a").Urn}. The next update does it again.",
        }));
        Assert.That(failure.Code, Is.EqualTo(ExitCode.EngineFailed));
        Assert.That(failure.Message, Is.EqualTo(
            $"An earlier update of dev was cut off while it made {Web("a").Urn}: Azure may have it, and the state does not know. Run " +
            "'pulumi refresh --stack dev', which asks what became of it, and then this again."));
        Assert.That(_pulumi.CountOf("up"), Is.Zero);
    }

    [Test]
    public void MissingStack_IsOneSentence()
    {
        _pulumi.On("stack-select").Complains("error: no stack named 'dev' found\n").Ends(255);
        var failure = Assert.ThrowsAsync<ReleaseFailure>(() => _engine.RecallAsync(StackName.Dev, CancellationToken.None))!;

        Assert.That(failure.Code, Is.EqualTo(ExitCode.EngineFailed));
        Assert.That(failure.Message, Is.EqualTo(
            "There is no stack 'dev' in azblob://state. Make it with 'pulumi stack init dev', or log in to the backend that has it with 'pulumi login'."));
    }

    [Test]
    public void MissingExecutable_IsOneSentence()
    {
        using var empty = new TemporaryFolder();
        var engine = Engine(async cancellation =>
            await LocalPulumiCommand.CreateAsync(new LocalPulumiCommandOptions { Root = empty.Path }, cancellation));
        var failure = Assert.ThrowsAsync<ReleaseFailure>(() => engine.RecallAsync(StackName.Dev, CancellationToken.None))!;

        Assert.That(failure.Code, Is.EqualTo(ExitCode.EngineFailed));
        Assert.That(failure.Message, Is.EqualTo(
            "The engine 'pulumi' needs the pulumi executable, and none is on the search path: install it from " +
            "https://www.pulumi.com/docs/install, or use '--engine local'."));
    }

    [Test]
    public void FailingProgram_IsTheFirstErrorInOneLine()
    {
        _pulumi.On("preview").Emits([EventLines.Error("Running program failed:\n  it is so"), EventLines.Error("preview failed")]).Ends(255);
        var failure = Assert.ThrowsAsync<ReleaseFailure>(PreviewAsync)!;

        Assert.That(failure.Message, Is.EqualTo("pulumi says: Running program failed: it is so."));
    }

    [Test]
    public void PreviewWithoutASummary_IsNoPreview()
    {
        _pulumi.On("preview").Emits([EventLines.Cancel]);
        var failure = Assert.ThrowsAsync<ReleaseFailure>(PreviewAsync)!;

        Assert.That(failure.Message, Is.EqualTo("pulumi says: it ended well, and did not say what it found."));
    }

    [Test]
    public void StepOfANewerExecutable_IsNotGuessedAt()
    {
        Previews(EventLines.Begins("levitate", Web("a"), Web("b")));
        var failure = Assert.ThrowsAsync<ReleaseFailure>(PreviewAsync)!;

        Assert.That(failure.Message, Does.StartWith($"pulumi plans a step for {Web("a").Urn} that this program does not know."));
    }

    [Test]
    public async Task Preview_ReadsDetailedDiffs_ReplacementsAndSecrets()
    {
        ScriptedResource old = Web("a") with { Inputs = new JsonObject { ["list"] = new JsonArray("x"), ["key"] = Blinded(), ["gone"] = 1 } };
        ScriptedResource now = Web("a") with { Inputs = new JsonObject { ["list"] = new JsonArray("y"), ["key"] = Blinded(), ["new"] = true } };
        Previews(
            EventLines.Begins("delete-replaced", old, null),
            EventLines.Begins("replace", old, now, ("list[0]", "update-replace"), ("key", "update"), ("gone", "delete"), ("new", "add")),
            EventLines.Begins("create-replacement", old, now));
        var change = (await PreviewAsync()).Changes.Single();

        Assert.That(change.Operation, Is.EqualTo(Operation.Replace));
        Assert.That(
            change.Changes.Select(property => $"{property.Path}: {property.From?.Text()} -> {property.To?.Text()} {property.ForcesReplacement}"),
            Is.EqualTo(new[] { "gone: 1 ->  False", "key: [secret] -> [secret] False", "list[0]: \"x\" -> \"y\" True", "new:  -> true False" }));
    }

    [Test]
    public async Task Drift_IsWhatARefreshFinds_AndChangesNothing()
    {
        _pulumi.On("refresh").Emits([
            EventLines.Begins("refresh", Web("a"), null),
            EventLines.Ends("update", Web("a"), Web("b")),
            EventLines.Ends("same", Web("c") with { Name = "api" }, Web("c") with { Name = "api" }),
            EventLines.Ends("delete", Web("c") with { Name = "gone" }, null)]);
        var drift = await _engine.DriftAsync(StackName.Dev, CancellationToken.None);

        Assert.That(drift.Select(change => $"{change.Operation.Word()} {change.Resource.Name}"), Is.EqualTo(new[] { "delete gone", "update web" }));
        Assert.That(drift[1].Changes.Single(), Is.EqualTo(new PropertyChange("template.x", new TextValue("a"), new TextValue("b"), false)));
        Assert.That(_pulumi.Calls[1], Is.EqualTo("refresh --yes --preview-only --color never --exec-kind auto.local --stack dev"));
    }

    [Test]
    public async Task Recall_WithoutAKeptRelease_SaysThatNothingIsJudged()
    {
        _pulumi.On("stack-history").Says(new JsonArray(Update(1, "update", "succeeded", "by hand", release: null)).ToJsonString());
        var recalled = await _engine.RecallAsync(StackName.Dev, CancellationToken.None);

        Assert.That(recalled!.Release.Services, Is.Empty);
        Assert.That(recalled.Notes, Is.EqualTo(new[]
        {
            "The backend kept no release with the last update. What may follow it is not judged: compare tags and weights with what runs.",
        }));
    }

    [Test]
    public async Task Recall_AfterAFailedUpdate_KnowsTheLastThatSucceeded()
    {
        var release = ContractSettings.ReleaseOf(_workspace);
        _pulumi.On("stack-history").Says(new JsonArray(
            Update(2, "update", "failed", "", """{ "worker": { "tag": "v9.9.9" } }"""),
            Update(1, "update", "succeeded", "", release)).ToJsonString());
        var recalled = await _engine.RecallAsync(StackName.Dev, CancellationToken.None);

        Assert.That(recalled!.Release.Services.Keys, Is.EqualTo(_settings.Release.Services.Keys));
        Assert.That(recalled.IsFinished, Is.False);
        Assert.That(recalled.Notes, Is.EqualTo(new[]
        {
            "The last update did not succeed. What may follow is judged by the one before it that did; a service that it had reached runs more.",
        }));
    }

    [Test]
    public async Task History_OfOthers_NamesTheCommitter_AndLeavesRefreshesOut()
    {
        _pulumi.On("stack-history").Says(new JsonArray(
            Update(3, "update", "in-progress", "", null),
            Update(2, "refresh", "succeeded", "", null),
            Update(1, "update", "succeeded", "by hand", null)).ToJsonString());
        var history = await _engine.HistoryAsync(StackName.Dev, CancellationToken.None);

        Assert.That(history.Select(update => (update.Number, update.By, update.End.Word())), Is.EqualTo(
            new[] { (1, "carol", "succeeded"), (3, "carol", "not ended") }));
    }

    private static ScriptedResource Web(string x) =>
        new(App, "web", new JsonObject { ["template"] = new JsonObject { ["x"] = x } });

    private void Applied(params ScriptedResource[] resources)
    {
        _pulumi.On("stack-export").Says(Export(resources));
        _pulumi.On("stack-history").Says(
            new JsonArray(Update(1, "update", "succeeded", "first", ContractSettings.ReleaseOf(_workspace))).ToJsonString());
    }

    private void Previews(params string[] events) => _pulumi.On("preview").Emits([.. events, EventLines.Summary(("update", 1)), EventLines.Cancel]);

    private async Task<StackPlan> PreviewAsync()
    {
        var applied = await _engine.RecallAsync(StackName.Dev, CancellationToken.None);
        return await _engine.PreviewAsync(_settings, applied, new Progress<EngineProgress>(), CancellationToken.None);
    }

    private async Task<StackPlan> UpAsync()
    {
        await using var turn = await _engine.LockAsync(StackName.Dev, "up", CancellationToken.None);
        var plan = await PreviewAsync();
        await _engine.ApplyAsync(plan, UpdateKind.Up, new Progress<AppliedChange>(), CancellationToken.None);
        return plan;
    }

    private PulumiEngine Engine(Func<CancellationToken, Task<PulumiCommand>> executable) => new(new PulumiEngineOptions(
        _workspace.Folder, "azblob://state", executable, ConfiguredRelease.Read, CommandLineRun.Machine(_workspace), new ManualTime()));
}
