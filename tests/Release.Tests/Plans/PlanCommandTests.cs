using ReleaseInfra.Cli;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Release.Tests.Commands.CommandLineRun;

namespace ReleaseInfra.Release.Tests.Plans;

/// <summary>The clock of these tests stands at 2026-11-02 08:30 UTC, a Monday.</summary>
[NonParallelizable]
public sealed class PlanCommandTests : WorkspaceTests
{
    [Test]
    public async Task Plan_SaysWhatChangesAndWhatEachStepCanSee()
    {
        var run = await InAsync(Workspace, "plan", "staging", "--tag", "v1.3.0");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
        Assert.That(run.Output, Does.Match(@"^Plan of staging\nhash [0-9a-f]{64}\n\n  worker         v1\.2\.3 -> v1\.3\.0\n  admin   blue   v1\.2\.3 -> v1\.3\.0\n"));
        Assert.That(run.Output, Does.Contain("  worker         v1.2.3 -> v1.3.0\n"));
        Assert.That(run.Output, Does.Contain(
            "      'web' at 10 % for 5m: about 1200 requests to the new version; a rise of failures from 0.2 % to 5 % is seen with a chance of 99.9 %."));
        Assert.That(run.Output, Does.EndWith("Predicted: 1h32m, until 2026-11-02 10:02 UTC; the way back takes 2m from any step\n"));
    }

    [Test]
    public async Task Plan_HasTheStepsOwnBakesAndApprovals()
    {
        const string Base = "stacks/environments/base.json";
        Workspace.Replace(Base, "[10, 20, 50, 100]", "[10, { \"weight\": 50, \"bake\": \"10m\", \"approval\": true }, 100]");
        Workspace.Replace(Base, "\"drill\": true", "\"drill\": false");
        Workspace.Replace(Base, "\"required\": 0", "\"required\": 1, \"approvers\": [\"ann\"]");
        var run = await InAsync(Workspace, "plan", "staging", "--tag", "v1.3.0", "--service", "web");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
        Assert.That(run.Output, Does.Match(@"\n  50 % +13m  after approval\n      'web' at 50 % for 10m: "));
        Assert.That(run.Output, Does.Contain("\n  10 %").And.Not.Contain("20 %").And.Not.Contain("drill"));
    }

    [Test]
    public async Task ASmokeTestMore_IsAnotherPlan()
    {
        var before = await HashAsync("--tag", "v1.3.0");
        Workspace.Replace("stacks/environments/base.json", "{ \"request\": \"GET /\", \"within\": \"5s\" },", "");

        Assert.That(await HashAsync("--tag", "v1.3.0"), Is.Not.EqualTo(before));
    }

    [Test]
    public async Task Plan_ChangesNothing()
    {
        var before = Workspace.Read("Pulumi.staging.yaml");
        await InAsync(Workspace, "plan", "staging", "--tag", "v1.3.0");

        Assert.That(Workspace.Read("Pulumi.staging.yaml"), Is.EqualTo(before));
        Assert.That(Directory.Exists(Workspace.PathOf(".release")), Is.False);
    }

    [Test]
    public async Task Hash_IsOfWhatWouldBeDone()
    {
        var first = await HashAsync("--tag", "v1.3.0");
        var same = await HashAsync("--tag", "v1.3.0");
        var other = await HashAsync("--tag", "v1.3.1");
        var fewer = await HashAsync("--tag", "v1.3.0", "--service", "web");

        Assert.That(same, Is.EqualTo(first));
        Assert.That(new[] { other, fewer }, Has.None.EqualTo(first));
    }

    [Test]
    public async Task Json_HasStepsPredictionAndEvidence()
    {
        var plan = (await InAsync(Workspace, "plan", "staging", "--tag", "v1.3.0", "--service", "web", "--json")).Json();
        var step = plan.GetProperty("steps").EnumerateArray().Single(step => step.GetProperty("name").GetString() == "20 %");
        var evidence = step.GetProperty("evidence").EnumerateArray().Single();

        Assert.That(plan.GetProperty("versions").EnumerateArray().Single().GetProperty("slot").GetString(), Is.EqualTo("blue"));
        Assert.That(plan.GetProperty("predicted").GetProperty("rollback").GetInt32(), Is.EqualTo(30));
        Assert.That(step.GetProperty("weight").GetInt32(), Is.EqualTo(20));
        Assert.That(evidence.GetProperty("requests").GetInt32(), Is.EqualTo(2400));
        Assert.That(evidence.GetProperty("enough").GetBoolean(), Is.True);
        Assert.That(plan.GetProperty("freeze").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
    }

    [Test]
    public async Task Rejects_StepsThatSeeTooLittle_WithTheWaysOut()
    {
        Workspace.Replace("stacks/environments/base.json", "\"requestsPerSecond\": 40", "\"requestsPerSecond\": 0.5");
        var run = await InAsync(Workspace, "plan", "staging", "--tag", "v1.3.0", "--service", "web");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(run.Error, Does.Contain("RI4001 stacks/environments/base.json:137  rollout.bake = 5m\n    'web' at 10 % for 5m: about 15 requests"));
        Assert.That(run.Error, Does.Match(@"to do:   Bake for \w+ or add [\d.]+ synthetic requests a second\."));
    }

    [Test]
    public async Task Rejects_ServiceWhoseTrafficIsNotKnown()
    {
        Workspace.Replace("stacks/environments/base.json", "\"web\": { \"requestsPerSecond\": 40, \"errorRatePercent\": 0.2 },", "");
        var run = await InAsync(Workspace, "plan", "staging", "--tag", "v1.3.0", "--service", "web");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(run.Error, Does.Contain("RI4002"));
    }

    [Test]
    public async Task Rejects_WhatTheFirstChangeMayNotSay()
    {
        var run = await InAsync(Workspace, "plan", "production", "--tag", "v1.3.0", "--service", "web", "--json");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(run.Json().GetProperty("hash").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
        Assert.That(run.Json().GetProperty("problems").EnumerateArray().Single().GetProperty("code").GetString(), Is.EqualTo("RI2014"));
    }

    [Test]
    public async Task AFreezeInTheWay_EndsWithItsOwnCode_AndHoldsNoHotfix()
    {
        Workspace.Replace(
            "stacks/environments/base.json",
            "\"afterIncident\": \"0s\"",
            "\"afterIncident\": \"0s\", \"weekly\": { \"monday\": { \"days\": [\"monday\"], \"from\": \"10:00\", \"to\": \"17:00\" } }");
        var frozen = await InAsync(Workspace, "plan", "staging", "--tag", "v1.3.0");
        var hotfix = await InAsync(Workspace, "plan", "staging", "--tag", "v1.3.0", "--hotfix", "checkout fails");

        Assert.That(frozen.Code, Is.EqualTo(ExitCode.Frozen));
        Assert.That(frozen.Error, Does.Contain("RI4004").And.Contain("the freeze 'monday'").And.Contain("Start at 2026-11-02 16:00 UTC"));
        Assert.That(hotfix.Code, Is.EqualTo(ExitCode.Done), hotfix.Error);
        Assert.That(hotfix.Output, Does.EndWith("Goes through the freeze 'monday', which does not hold a release of this kind.\n"));
    }

    [Test]
    public async Task NothingToRelease_IsDone()
    {
        var run = await InAsync(Workspace, "plan", "staging", "--tag", "v1.2.3");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done));
        Assert.That(run.Output, Is.EqualTo("staging serves v1.2.3 already: there is nothing to release.\n"));
    }

    [Test]
    public async Task Markdown_HasVersionsStepsAndWhatEachCanSee()
    {
        var run = await InAsync(Workspace, "plan", "staging", "--tag", "v1.3.0", "--service", "web", "--service", "worker", "--markdown");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
        Assert.That(run.Output, Does.Match(@"^\*\*Plan of staging\*\*: \w+, and \w+ for the way back from any step\n\n"));
        Assert.That(run.Output, Does.Contain(
            """


            | step | takes | error budget at risk |
            |---|---|---|
            | preflight | 1m |  |

            """));
        Assert.That(run.Output, Does.Contain("\n| service | slot | from | to |\n|---|---|---|---|\n"));
        Assert.That(run.Output, Does.Contain("\n| web | blue | v1.2.3 | v1.3.0 |\n"));
        Assert.That(run.Output, Does.Contain("\n| worker |  | v1.2.3 | v1.3.0 |\n"));
        Assert.That(run.Output, Does.Match(@"\n\| 10 % \| \w+ \| web [\d.]+ %(, worker [\d.]+ %)? \|\n"));
        Assert.That(run.Output, Does.Contain(
            """

            <details><summary>What each step can see</summary>

            - 'web' at 10 % for 5m: about 1200 requests to the new version; a rise of failures from 0.2 % to 5 % is seen with a chance of 99.9 %.

            """));
        Assert.That(run.Output, Does.Match(
            @"\n\n</details>\n\n`[0-9a-f]{64}` is what `release run staging --plan` takes to carry out this plan and no other\.\n$"));
    }

    [Test]
    public async Task Markdown_HasTheHashOfTheJson()
    {
        var run = await InAsync(Workspace, "plan", "staging", "--tag", "v1.3.0", "--markdown");

        Assert.That(run.Output, Does.Contain($"\n`{await HashAsync("--tag", "v1.3.0")}` is what"));
    }

    [Test]
    public async Task Markdown_HasProblems_BesideThePlan()
    {
        Workspace.Replace("stacks/environments/base.json", "\"requestsPerSecond\": 40", "\"requestsPerSecond\": 0.5");
        var run = await InAsync(Workspace, "plan", "staging", "--tag", "v1.3.0", "--service", "web", "--markdown");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(run.Output, Does.Contain(
            "\n**It must not be carried out:**\n\n- RI4001, `stacks/environments/base.json:137`: 'web' at 10 % for 5m: about 15 requests"));
        Assert.That(run.Output, Does.Contain("\n- **too little**: 'web' at 10 % for 5m: about 15 requests"));
        Assert.That(run.Error, Does.Contain("RI4001"));
    }

    [Test]
    public async Task Markdown_OfWhatTheFirstChangeMayNotSay_IsTheProblems()
    {
        var run = await InAsync(Workspace, "plan", "production", "--tag", "v1.3.0", "--service", "web", "--markdown");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(run.Output, Does.Match(@"^\*\*Plan of production\*\*: none\n\n\*\*It must not be carried out:\*\*\n\n- RI2014, `Pulumi\.[^\n]+\n$"));
    }

    [Test]
    public async Task Markdown_OfNothingToRelease_SaysSo()
    {
        var run = await InAsync(Workspace, "plan", "staging", "--tag", "v1.2.3", "--markdown");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done));
        Assert.That(run.Output, Is.EqualTo("**Plan of staging**: none, since it serves v1.2.3 already\n"));
    }

    [TestCase("--tag latest", "'latest' is not an immutable version such as v1.2.3, v1.2.3-rc.1 or sha- and 40 hexadecimal digits.\n")]
    [TestCase("--tag v1.3.0 --service webb", "staging releases no service 'webb'. It releases admin, api, migration, web, worker.\n")]
    [TestCase("--tag v1.3.0 --service migration", "The migration runs before the services of its version, and no service would change. Release it with them.\n")]
    [TestCase("--tag v1.3.0 --json --markdown", "--json and --markdown exclude each other: choose one.\n")]
    [TestCase("--tag v1.3.0 --hotfix a --security b", "--hotfix and --security exclude each other: choose one.\n")]
    public async Task Rejects_Usage(string arguments, string message)
    {
        var run = await InAsync(Workspace, ["plan", "staging", .. arguments.Split(' ')]);

        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(run.Error, Is.EqualTo(message));
    }

    [Test]
    public async Task Rejects_AReleaseUnderWay()
    {
        Workspace.Replace("Pulumi.staging.yaml", "weight: 100", "weight: 90");
        Workspace.Replace("Pulumi.staging.yaml", "weight: 0", "weight: 10");
        var run = await InAsync(Workspace, "plan", "staging", "--tag", "v1.3.0");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(run.Error, Does.Match(
            @"^'web' is between two versions in staging: blue v[\d.]+ has \d+ % and green v[\d.]+ has \d+ %\. Give one of them all traffic first\.\n$"));
    }

    private async Task<string> HashAsync(params string[] arguments) =>
        (await InAsync(Workspace, ["plan", "staging", .. arguments, "--json"])).Json().GetProperty("hash").GetString()!;
}
