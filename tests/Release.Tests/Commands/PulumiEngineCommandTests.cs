using System.Text.Json.Nodes;
using ReleaseInfra.Cli;
using ReleaseInfra.Release.Tests.Engine.Contract;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Scripted;
using static ReleaseInfra.Release.Tests.Commands.CommandLineRun;

namespace ReleaseInfra.Release.Tests.Commands;

/// <summary>Whole command lines over an executable that plays back what Pulumi would say.</summary>
[NonParallelizable]
public sealed class PulumiEngineCommandTests
{
    private const string Clear = "planted-7f3a91";
    private const string Server = "azure-native:dbforpostgresql:Server";

    private TemporaryWorkspace _workspace = null!;
    private ScriptedPulumi _pulumi = null!;

    [SetUp]
    public void Record()
    {
        _workspace = new TemporaryWorkspace();
        _pulumi = new ScriptedPulumi(_workspace.Folder);
        var stack = ScriptedResource.Stack(new JsonObject { ["password"] = BackendTexts.Secret(Clear), ["region"] = "westeurope" });
        var (old, now) = (Database(64), Database(128));
        _pulumi.On("stack-select");
        _pulumi.On("stack-export").Says(BackendTexts.Export([stack, Database(64, BackendTexts.Secret(Clear))]));
        _pulumi.On("stack-history").Says(new JsonArray(BackendTexts.Update(
            1, "update", "succeeded", "release v1.3.0-dev.1: web blue 100%, by bob@build-7", ContractSettings.ReleaseOf(_workspace), ("create", 2))).ToJsonString());
        _pulumi.On("preview").Emits(
        [
            EventLines.Begins("same", stack, stack),
            EventLines.Begins("update", old, now, ("storage.storageSizeGB", "update"), ("administratorLoginPassword", "update")),
            EventLines.Summary(("update", 1)),
            EventLines.Cancel,
        ]).Says($"Previewing update (dev): {Clear}\n");
        _pulumi.On("up").Emits([EventLines.Ends("update", old, now)]).Says($"Updating (dev): {Clear}\n");
        _pulumi.On("stack-output").Says("""{"password":"[secret]","region":"westeurope"}""");
        _pulumi.On("stack-output-clear").Says($$"""{"password":"{{Clear}}","region":"westeurope"}""");
    }

    [TearDown]
    public void RemoveWorkspace() => _workspace.Dispose();

    [Test]
    public async Task Preview_SaysWhichEngineAndWhere()
    {
        var run = await RunAsync("preview", "dev");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
        Assert.That(run.Output, Is.EqualTo(
            $"""
             Preview of dev
             engine pulumi, SDK {Stacks.SdkBuild.Name}, state stack dev in the backend that pulumi is logged in to

             Release: no changes

             (stack)  1 to update
               ~ Server  database  psql-app-dev
                   administratorLoginPassword: [secret] -> [secret]
                   storage.storageSizeGB: 64 -> 128

             Resources: 1 to update (0.00 s)

             """));
    }

    [Test]
    public async Task Up_SaysWhatIsDone_AndTheMessageSaysWhatFor()
    {
        _workspace.Replace("Pulumi.dev.yaml", "worker: { tag: v1.3.0-dev.1 }", "worker: { tag: v1.3.0-dev.2 }");
        var run = await RunAsync("up", "dev", "--yes");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
        Assert.That(run.Output, Does.EndWith("1/1  updated   Server  database  psql-app-dev\n\ndev: 1 updated\n"));
        Assert.That(
            _pulumi.Calls.Single(call => call.StartsWith("up ", StringComparison.Ordinal)),
            Does.Contain("--message release v1.3.0-dev.2: worker, by ann@laptop"));
    }

    [Test]
    public async Task Outputs_And_History_AreTheBackends()
    {
        var outputs = await RunAsync("outputs", "dev", "region");
        var history = await RunAsync("history", "dev", "--updates");

        Assert.That(outputs.Output, Is.EqualTo("westeurope\n"));
        Assert.That(history.Output, Does.StartWith("1  2026-11-02 08:01:00Z  up  succeeded  30.0 s\n   by bob@build-7, 2 to create\n"));
    }

    [Test]
    public async Task Up_Locked_EndsWith8()
    {
        _pulumi.On("up").Complains(BackendTexts.OwnBackendLocked).Ends(255);
        var run = await RunAsync("up", "dev", "--yes");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Locked));
        Assert.That(run.Error, Is.EqualTo(
            "dev is locked by bob@build-7 (process 42) since 2026-11-02 08:30:00 UTC. Run the command again when that is done. If its process is " +
            "gone, take the lock away with 'pulumi cancel --stack dev'.\n"));
    }

    [Test]
    public async Task Rejects_AnEngineThatDoesNotExist()
    {
        var run = await InAsync(_workspace, "preview", "dev", "--engine", "terraform");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(run.Error, Is.EqualTo("There is no engine 'terraform'. The engines are local, pulumi.\n"));
    }

    [Test]
    public async Task PlantedSecrets_AreInNoOutput()
    {
        List<CommandLineRun> runs =
        [
            await RunAsync("preview", "dev", "--verbose"),
            await RunAsync("preview", "dev", "--json"),
            await RunAsync("preview", "dev", "--markdown"),
            await RunAsync("outputs", "dev"),
            await RunAsync("outputs", "dev", "--json"),
            await RunAsync("outputs", "dev", "password"),
            await RunAsync("history", "dev", "--json"),
            await RunAsync("up", "dev", "--yes", "--verbose"),
        ];
        _pulumi.On("up").Emits([EventLines.Error($"the password {Clear} is too weak", Database(64).Urn)])
            .Says($"stdout {Clear}\n").Complains($"error: update failed: {Clear}\n").Ends(255);
        runs.Add(await RunAsync("up", "dev", "--yes", "--verbose"));
        runs.Add(await RunAsync("up", "dev", "--yes", "--json"));

        Assert.That(runs[^1].Error, Does.Contain("the password [secret] is too weak"));
        Assert.That(runs[^2].Error, Does.Contain("stdout [secret]"));
        Assert.That(runs.Select(run => run.Everything), Is.All.Not.Contains(Clear));
    }

    private Task<CommandLineRun> RunAsync(params string[] arguments) => InAsync(_workspace, [.. arguments, "--engine", "pulumi"]);

    private static ScriptedResource Database(int storageGb, JsonObject? password = null) => new(Server, "database", new JsonObject
    {
        ["serverName"] = "psql-app-dev",
        ["administratorLoginPassword"] = password ?? BackendTexts.Blinded(),
        ["storage"] = new JsonObject { ["storageSizeGB"] = storageGb },
    });
}
