using System.Text.Json;
using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Cli.Azure.Sessions;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.History;
using ReleaseInfra.Cli.Engine.Local;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Proofs;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Release.Tests.Commands;
using static ReleaseInfra.Release.Tests.Commands.CommandLineRun;

namespace ReleaseInfra.Release.Tests.Azure;

/// <summary>Calls that change the embedded Azure for good, beside the engine that changes it too.</summary>
[NonParallelizable]
public sealed class WritingSessionTests : WorkspaceTests
{
    private const string Web = "app-web-dev";
    private const string Blue = $"{Web}--blue-v1-3-0-dev-1";
    private const string Green = $"{Web}--green-v1-3-0";

    [SetUp]
    public async Task ReleaseBesideAsync()
    {
        await InAsync(Workspace, "up", "dev", "--yes");
        Configure(blue: 100, green: 0);
        var up = await InAsync(Workspace, "up", "dev", "--yes");
        Assert.That(up.Code, Is.EqualTo(ExitCode.Done), up.Error);
    }

    /// <summary>Others read the files while the session is open: what they find is what a process that is killed leaves.</summary>
    [Test]
    public async Task Change_IsOnDiskOnceItIsAnswered()
    {
        await using var session = await OpenToWriteAsync();

        await ShiftAsync(session, blue: 90, green: 10);
        Assert.That(await DriftAsync(), Is.EqualTo(new[] { "weight 100 90", "weight 0 10" }));

        await session.Azure.Revisions.DeactivateAsync(session.Group.ContainerApp(Web), Green, default);
        Assert.That(await DriftAsync(), Is.EqualTo(new[] { "weight 100 90", "weight 0 10", "revision-inactive active inactive" }));

        await session.Azure.Revisions.ActivateAsync(session.Group.ContainerApp(Web), Green, default);
        await ShiftAsync(session, blue: 100, green: 0);
        Assert.That(await DriftAsync(), Is.Empty);
    }

    [Test]
    public async Task StartedJob_IsOnDisk()
    {
        await using var session = await OpenToWriteAsync();
        var job = session.Group.Job("app-migration-dev");

        var started = await session.Azure.Jobs.StartAsync(job, default);

        await using var other = await OpenAsync();
        Assert.That((await other.Azure.Jobs.FindExecutionAsync(job, started, default))?.Name, Is.EqualTo(started));
    }

    [Test]
    public async Task WhatRuns_IsInTheRegistryAndTheVault()
    {
        await using var session = await OpenToWriteAsync();
        var running = await session.Azure.Revisions.ListAsync(session.Group.ContainerApp(Web), default);
        var images = running.SelectMany(revision => revision.Containers).Select(container => container.Image).ToArray();

        Assert.That(images, Has.Length.EqualTo(2));
        foreach (var image in images)
            Assert.That(await session.Azure.Images.FindAsync(image, default), Is.TypeOf<Known<string>>(), image);
        foreach (var secret in ProgramSecret.All)
            Assert.That(await session.Azure.Secrets.FindAsync(secret.Name, null, default), Is.TypeOf<Known<string>>(), secret.Name);
    }

    [Test]
    public async Task OpenedToLook_ItsChangesEndWithIt()
    {
        await using (var session = await OpenAsync())
            await ShiftAsync(session, blue: 90, green: 10);

        Assert.That(await DriftAsync(), Is.Empty);
    }

    /// <summary>What a rollback leaves: Azure first, the file after it, and then whoever runs 'up'.</summary>
    [Test]
    public async Task Up_ThatDeclaresTheSame_ChangesNothingInAzure()
    {
        await using (var session = await OpenToWriteAsync())
            await ShiftAsync(session, blue: 10, green: 90);
        var before = await AppAsync();
        Configure(blue: 10, green: 90);

        var up = await InAsync(Workspace, "up", "dev", "--yes", "--json");

        Assert.That(up.Code, Is.EqualTo(ExitCode.Done), up.Error);
        Assert.That(up.Operations(), Is.EqualTo(new[] { "update ContainerApp web" }));
        Assert.That(up.Updates(), Is.EqualTo(new[]
        {
            "configuration.ingress.traffic[0].weight: 100 -> 10",
            "configuration.ingress.traffic[1].weight: 0 -> 90",
        }));
        Assert.That(await AppAsync(), Is.EqualTo(before));
        Assert.That(await DriftAsync(), Is.Empty);
        Assert.That((await InAsync(Workspace, "preview", "dev", "--json")).Operations(), Is.Empty);
    }

    [Test]
    public async Task Up_AfterTheChangeWasTakenBack_HasNothingToDo()
    {
        await using (var session = await OpenToWriteAsync())
        {
            await ShiftAsync(session, blue: 10, green: 90);
            await ShiftAsync(session, blue: 100, green: 0);
        }

        var up = await InAsync(Workspace, "up", "dev", "--yes", "--json");

        Assert.That((up.Code, up.Operations()), Is.EqualTo((ExitCode.Done, Array.Empty<string>())));
        Assert.That(await DriftAsync(), Is.Empty);
    }

    [Test]
    public async Task UpdatesMeanwhile_AreSeen_AndNothingIsSavedOver()
    {
        await using var writing = await Workbench().Engine.LockAsync(StackName.Find("dev")!, "run", default);
        await using var session = await OpenToWriteAsync();
        await ShiftAsync(session, blue: 90, green: 10);
        Configure(blue: 80, green: 20);

        await ApplyAsync();

        Assert.That(await WeightsAsync(session), Is.EqualTo(new[] { 80, 20 }));
        await session.Azure.Revisions.RestartAsync(session.Group.ContainerApp(Web), Blue, default);
        await ShiftAsync(session, blue: 50, green: 50);
        Assert.That(await DriftAsync(), Is.EqualTo(new[] { "weight 80 50", "weight 20 50" }));
        Configure(blue: 1, green: 99);

        await ApplyAsync();

        Assert.That(await WeightsAsync(session), Is.EqualTo(new[] { 1, 99 }));
        Assert.That(await DriftAsync(), Is.Empty);
    }

    [Test]
    public async Task Change_ThatCannotBeKept_IsNotAnsweredAsDone()
    {
        await using var session = await OpenToWriteAsync();
        Directory.CreateDirectory(Workspace.PathOf(".release/dev/azure.json.new"));

        var failure = Assert.ThrowsAsync<AzureOutcomeUnknown>(() => ShiftAsync(session, blue: 90, green: 10))!;

        Assert.That(failure.Message, Is.EqualTo(
            $"Nobody knows whether PATCH Microsoft.App/containerApps/{Web} took effect: Azure's last word was 507 InsufficientStorage."));
    }

    [Test]
    public void Rejects_Engine() => Assert.That(
        async () => await Workbench().Azure.OpenToWriteAsync("x", Settings(Workbench()), new RecordingLog(), default),
        Throws.TypeOf<ReleaseFailure>().With.Message.EqualTo("There is no engine 'x'. The engines are local, pulumi."));

    /// <summary>Which sees the workspace's files as they are now, for as long as it lives.</summary>
    private Workbench Workbench() => Composition.Open(Workspace.Folder, LocalEngine.EngineName, Machine(Workspace), TimeProvider.System);

    private Task<AzureSession> OpenToWriteAsync()
    {
        var workbench = Workbench();
        return workbench.Azure.OpenToWriteAsync(LocalEngine.EngineName, Settings(workbench), new RecordingLog(), default);
    }

    private Task<AzureSession> OpenAsync()
    {
        var workbench = Workbench();
        return workbench.Azure.OpenAsync(LocalEngine.EngineName, Settings(workbench), new RecordingLog(), default);
    }

    private static EnvironmentSettings Settings(Workbench workbench) => ((Valid<EnvironmentSettings>)workbench.Read("dev", null)).Value;

    private static Task ShiftAsync(AzureSession session, int blue, int green) => session.Azure.Traffic.SetAsync(
        session.Group.ContainerApp(Web),
        [new(new NamedRevision(Blue), blue, "blue"), new(new NamedRevision(Green), green, "green")],
        default);

    private static async Task<int[]> WeightsAsync(AzureSession session) =>
        [.. (await session.Azure.Traffic.GetAsync(session.Group.ContainerApp(Web), default)).Select(entry => entry.Weight)];

    private async Task ApplyAsync()
    {
        var workbench = Workbench();
        var engine = workbench.Engine;
        var applied = await engine.RecallAsync(StackName.Find("dev")!, default);
        var plan = await engine.PreviewAsync(Settings(workbench), applied, new Progress<EngineProgress>(), default);
        await engine.ApplyAsync(plan, UpdateKind.Up, new Progress<AppliedChange>(), default);
    }

    /// <summary>As in <c>weight 100 90</c>: kind, expected, live.</summary>
    private async Task<string[]> DriftAsync()
    {
        var run = await InAsync(Workspace, "drift", "dev", "--json");
        return
        [
            .. run.Json().GetProperty("drift").EnumerateArray().Select(finding =>
                $"{finding.GetProperty("kind")} {finding.GetProperty("expected")} {finding.GetProperty("live")}"),
        ];
    }

    /// <summary>The app with its revisions, as it stands on disk.</summary>
    private async Task<string> AppAsync()
    {
        using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(Workspace.PathOf(".release/dev/azure.json")));
        var app = document.RootElement.GetProperty("resources").EnumerateArray()
            .Single(resource => resource.GetProperty("inputs").TryGetProperty("containerAppName", out var name) && name.GetString() == Web);
        var revisions = document.RootElement.GetProperty("apps").EnumerateObject().Single(entry => entry.Name.EndsWith(Web, StringComparison.Ordinal));
        return app.GetProperty("inputs").GetRawText() + revisions.Value.GetRawText();
    }

    private void Configure(int blue, int green) => Workspace.Write(
        "Pulumi.dev.yaml",
        $$"""
        config:
          azure-native:location: westeurope
          release-infra:release:
            web:
              newest: green
              blue: { tag: v1.3.0-dev.1, weight: {{blue}} }
              green: { tag: v1.3.0, weight: {{green}} }
            api:
              newest: blue
              blue: { tag: v1.3.0-dev.1, weight: 100 }
            worker: { tag: v1.3.0-dev.1 }
            admin: { tag: v1.3.0-dev.1 }
            migration: { tag: v1.3.0-dev.1 }

        """);
}
