using System.Text.Json;
using ReleaseInfra.Cli;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Release.Tests.Commands.CommandLineRun;

namespace ReleaseInfra.Release.Tests.Commands;

/// <summary>The whole command, over HTTP against the embedded Azure that 'up' has filled.</summary>
[NonParallelizable]
public sealed class DriftCommandTests : WorkspaceTests
{
    private const string Web = "app-web-dev";
    private const string Blue = "app-web-dev--blue-v1-3-0-dev-1";

    /// <summary>web's part of the release: the new version without traffic, with some, with all.</summary>
    private static readonly string[] Steps =
    [
        "newest: green\n      blue: { tag: v1.3.0-dev.1, weight: 100 }\n      green: { tag: v1.3.0-dev.2, weight: 0 }",
        "newest: green\n      blue: { tag: v1.3.0-dev.1, weight: 90 }\n      green: { tag: v1.3.0-dev.2, weight: 10 }",
        "newest: green\n      blue: { tag: v1.3.0-dev.1, weight: 0 }\n      green: { tag: v1.3.0-dev.2, weight: 100 }",
    ];

    [Test]
    public async Task AfterUp_IsNone()
    {
        await UpAsync("dev");
        var run = await InAsync(Workspace, "drift", "dev");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
        Assert.That(run.Output, Is.EqualTo(
            """
            Drift of dev
            engine local, SDK offline, live .release/dev/azure.json

            No drift: 7 apps, revisions, jobs, sites and slots checked.

            """.Replace("SDK offline", $"SDK {ReleaseInfra.Stacks.SdkBuild.Name}", StringComparison.Ordinal)));
        Assert.That(run.Error, Is.Empty);
    }

    [Test]
    public async Task AfterEachStepOfARelease_IsNone()
    {
        await UpAsync("dev");
        foreach (var step in Steps)
        {
            Workspace.Write("Pulumi.dev.yaml", Released(step));
            await UpAsync("dev");
            var run = await InAsync(Workspace, "drift", "dev");

            Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Everything);
        }
    }

    [Test]
    public async Task AfterSomebodyElsesHand_SaysWhatAndWhatToDo()
    {
        await UpAsync("dev");
        await LiveChange.MakeAsync(Workspace, "dev", live => live.ShiftAsync(Web, Blue, 100, "stable"));
        await LiveChange.MakeAsync(Workspace, "dev", live => live.DeactivateAsync(Web, Blue));
        var before = await File.ReadAllBytesAsync(Workspace.PathOf(".release/dev/azure.json"));
        var run = await InAsync(Workspace, "drift", "dev");

        Assert.That(run.Code, Is.EqualTo(ExitCode.PlanChanged), run.Error);
        Assert.That(run.Output, Does.Contain(
            $"""
            web
              label              containerApps/{Web}  configuration.ingress.traffic[{Blue}]
                                 expected  blue
                                 live      stable
                                 to do     Put it back: az containerapp revision label add --resource-group rg-app-dev --name {Web} --label blue --revision {Blue}
              revision-inactive  containerApps/{Web}/revisions/{Blue}
                                 expected  active
                                 live      inactive
                                 to do     Start it: az containerapp revision activate --resource-group rg-app-dev --name {Web} --revision {Blue}

            2 differences: 7 apps, revisions, jobs, sites and slots checked.
            """));
        Assert.That(await File.ReadAllBytesAsync(Workspace.PathOf(".release/dev/azure.json")), Is.EqualTo(before));
    }

    [Test]
    public async Task Json_HasNumbersForWeights()
    {
        await UpAsync("dev");
        Workspace.Write("Pulumi.dev.yaml", Released(Steps[1]));
        await UpAsync("dev");
        await LiveChange.MakeAsync(Workspace, "dev", live => live.ShiftAsync(Web, "app-web-dev--green-v1-3-0-dev-2", 100, "green"));
        var run = await InAsync(Workspace, "drift", "dev", "--json");

        Assert.That(run.Code, Is.EqualTo(ExitCode.PlanChanged), run.Error);
        Assert.That(
            run.Json().GetProperty("drift").EnumerateArray().Select(finding =>
                $"{finding.GetProperty("kind")} {finding.GetProperty("expected")} {finding.GetProperty("live")}"),
            Is.EqualTo(new[] { "weight 90 0", "label blue ", "weight 10 100" }));
    }

    [Test]
    public async Task NeverApplied_IsAllMissing()
    {
        var run = await InAsync(Workspace, "drift", "dev");

        Assert.That(run.Code, Is.EqualTo(ExitCode.PlanChanged), run.Error);
        Assert.That(run.Output, Does.Contain("web\n  missing  containerApps/app-web-dev\n"));
        Assert.That(run.Output, Does.EndWith(
            "Nothing of it is there: it was never applied, or it is in another subscription.\n\n" +
            "5 differences: 5 apps, revisions, jobs, sites and slots checked.\n"));
        Assert.That(File.Exists(Workspace.PathOf(".release/dev/azure.json")), Is.False);
    }

    [Test]
    public async Task Verbose_ListsTheCalls_WithoutAnythingSecret()
    {
        await UpAsync("dev");
        var run = await InAsync(Workspace, "drift", "dev", "--verbose");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
        Assert.That(run.Error, Does.Match(
            "azure GET /subscriptions/[0-9-]+/resourceGroups/rg-app-dev/providers/Microsoft.App/containerApps/app-web-dev 200 [0-9]+ ms " +
            "client-request-id=[0-9a-f-]{36} request-id=[0-9a-f-]{36}\n"));
        Assert.That(run.Everything, Does.Not.Contain("Bearer").And.Not.Contain("api-version"));
    }

    [Test]
    public async Task Rejects_Configuration_AsJsonToo()
    {
        Workspace.Replace("stacks/environments/base.json", "\"port\": 3000", "\"port\": 70000");
        var run = await InAsync(Workspace, "drift", "dev", "--json");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(run.Json().GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("code").GetString()), Is.EqualTo(new[] { "RI1008" }));
        Assert.That(run.Json().GetProperty("checked").GetInt32(), Is.Zero);
        Assert.That(run.Error, Does.Contain("RI1008"));
    }

    [Test]
    public async Task Rejects_BrokenAzure()
    {
        Workspace.Write(".release/dev/azure.json", "{");
        var run = await InAsync(Workspace, "drift", "dev");

        Assert.That(run.Code, Is.EqualTo(ExitCode.EngineFailed));
        Assert.That(run.Error, Does.Contain("azure.json"));
        Assert.That(run.Output, Is.Empty);
    }

    [TestCase("x", "There is no engine 'x'. The engines are local, pulumi.\n")]
    [TestCase("pulumi", "Nothing says which subscription dev is in. Set azure-native:subscriptionId in Pulumi.dev.yaml, or ARM_SUBSCRIPTION_ID.\n")]
    public async Task Rejects_Engine(string engine, string expected)
    {
        // This machine may have one; nothing here reaches for Azure.
        Environment.SetEnvironmentVariable("ARM_SUBSCRIPTION_ID", null);
        var run = await InAsync(Workspace, "drift", "dev", "--engine", engine);

        Assert.That(run.Error, Is.EqualTo(expected));
        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
    }

    private async Task UpAsync(string stack)
    {
        var run = await InAsync(Workspace, "up", stack, "--yes");
        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Everything);
    }

    private static string Released(string web) =>
        $$"""
        config:
          azure-native:location: westeurope
          release-infra:release:
            web:
              {{web}}
            api:
              newest: blue
              blue: { tag: v1.3.0-dev.1, weight: 100 }
            worker: { tag: v1.3.0-dev.1 }
            admin: { tag: v1.3.0-dev.1 }
            migration: { tag: v1.3.0-dev.1 }

        """;
}
