using Pulumi.Automation;
using Pulumi.Automation.Commands;
using Pulumi.Automation.Commands.Exceptions;
using Pulumi.Automation.Events;
using Pulumi.Automation.Exceptions;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Scripted;

namespace ReleaseInfra.Offline.Tests.Automation;

/// <summary>A stack driven through an executable that plays back what a test recorded.</summary>
[NonParallelizable]
internal sealed class WorkspaceStackTests
{
    private static readonly ScriptedResource Group = new("azure-native:resources:ResourceGroup", "group", new() { ["tags"] = 1, ["at"] = "2026-11-02" });

    private TemporaryFolder _folder = null!;
    private ScriptedPulumi _pulumi = null!;

    [SetUp]
    public void Record()
    {
        _folder = new TemporaryFolder();
        _pulumi = new ScriptedPulumi(_folder.Path);
        _pulumi.On("stack-select");
        _pulumi.On("stack-history").Says(
            """[{"kind":"update","startTime":"2026-11-02T08:30:00Z","endTime":"2026-11-02T08:31:00Z","message":"first","environment":{},"config":{"a:b":{"value":"c","secret":false}},"result":"succeeded","version":7,"resourceChanges":{"create":2}}]""");
        _pulumi.On("stack-output").Says("""{"open":1,"hidden":"[secret]"}""");
        _pulumi.On("stack-output-clear").Says("""{"open":1,"hidden":"clear"}""");
    }

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public async Task Preview_HandsEventsOnInOrder()
    {
        _pulumi.On("preview").Emits([EventLines.Begins("update", Group, Group, ("tags", "update-replace")), EventLines.Summary(("update", 1)), EventLines.Cancel]);
        var told = new List<EngineEvent>();
        var preview = await (await SelectAsync()).PreviewAsync(new PreviewOptions { OnEvent = told.Add });
        var step = told[0].ResourcePreEvent!.Metadata;

        Assert.That(preview.ChangeSummary[OperationType.Update], Is.EqualTo(1));
        Assert.That(step.Op, Is.EqualTo(OperationType.Update));
        Assert.That(step.DetailedDiff!["tags"].Kind, Is.EqualTo(DiffKind.UpdateReplace));
        Assert.That(step.New!.Inputs["tags"], Is.EqualTo(1L));
        Assert.That(step.New.Inputs["at"], Is.EqualTo(new DateTime(2026, 11, 2, 0, 0, 0, DateTimeKind.Unspecified)));
        Assert.That(told[1].SummaryEvent, Is.Not.Null);
    }

    [Test]
    public async Task Preview_WithoutASummary_IsNoSuccess()
    {
        _pulumi.On("preview").Emits([EventLines.Cancel]);
        var stack = await SelectAsync();

        Assert.ThrowsAsync<NoSummaryEventException>(() => stack.PreviewAsync());
    }

    [Test]
    public async Task Up_KnowsOutputsAndSummary()
    {
        _pulumi.On("up").Says("Updating\n");
        var up = await (await SelectAsync()).UpAsync(new UpOptions { Message = "why", Plan = "plan.json" });

        Assert.That(up.StandardOutput.TrimEnd(), Is.EqualTo("Updating"));
        Assert.That((up.Outputs["open"].Value, up.Outputs["open"].IsSecret), Is.EqualTo((1L, false)));
        Assert.That((up.Outputs["hidden"].Value, up.Outputs["hidden"].IsSecret), Is.EqualTo(("clear", true)));
        Assert.That((up.Summary.Version, up.Summary.Result, up.Summary.Config["a:b"].Value), Is.EqualTo((7, UpdateState.Succeeded, "c")));
        Assert.That(_pulumi.Calls[1], Is.EqualTo("up --yes --skip-preview --plan plan.json --message why --exec-kind auto.local --stack dev"));
    }

    [TestCase("error: no stack named 'dev' found", typeof(StackNotFoundException))]
    [TestCase(BackendTexts.OwnBackendLocked, typeof(ConcurrentUpdateException))]
    [TestCase(BackendTexts.CloudLocked, typeof(ConcurrentUpdateException))]
    [TestCase("error: it broke", typeof(CommandException))]
    public async Task Failure_IsWhatTheErrorSays(string error, Type exception)
    {
        _pulumi.On("destroy").Complains(error).Ends(255);
        var stack = await SelectAsync();

        Assert.That(() => stack.DestroyAsync(), Throws.TypeOf(exception).With.Message.Contains(error.Split('\n')[0]));
    }

    [Test]
    public async Task Cancelled_EndsTheExecutable()
    {
        using var cancel = new CancellationTokenSource();
        _pulumi.On("refresh").Emits([EventLines.Cancel]).Holds();
        var stack = await SelectAsync();

        Assert.ThrowsAsync(Is.InstanceOf<OperationCanceledException>(), () => stack.RefreshAsync(
            new RefreshOptions { PreviewOnly = true, OnEvent = _ => cancel.Cancel() }, cancel.Token));
    }

    [TestCase("v4.0.0", "Major version mismatch. You are using Pulumi CLI version 4.0.0 with Automation SDK v3. Please update the SDK.")]
    [TestCase("v3.0.9", "Minimum version requirement failed. The minimum CLI version requirement is 3.1.0, your current CLI version is 3.0.9. Please update the Pulumi CLI.")]
    public void Rejects_OtherVersions(string version, string message)
    {
        var bin = Directory.CreateDirectory(Path.Combine(_folder.Path, "bin")).FullName;
        File.WriteAllText(Path.Combine(bin, "pulumi"), $"#!/bin/sh\necho {version}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(bin, "pulumi"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Assert.That(
            () => LocalPulumiCommand.CreateAsync(new LocalPulumiCommandOptions { Root = _folder.Path }),
            Throws.InvalidOperationException.With.Message.EqualTo(message));
    }

    private async Task<WorkspaceStack> SelectAsync()
    {
        var workspace = await LocalWorkspace.CreateAsync(new LocalWorkspaceOptions { WorkDir = _folder.Path });
        return await WorkspaceStack.SelectAsync("dev", workspace);
    }
}
