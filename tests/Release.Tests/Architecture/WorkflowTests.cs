using System.Text.RegularExpressions;
using ReleaseInfra.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace ReleaseInfra.Release.Tests.Architecture;

/// <summary>Nothing here can run GitHub's workflows; what can be told from their text is held.</summary>
public sealed partial class WorkflowTests
{
    private const string MayLogIn = "id-token";
    private const string MayPush = "contents";

    [Test]
    public void EveryWorkflow_GivesNoRightBeyondReading() => Assert.That(
        Workflows.All.Where(workflow => workflow.Node.Map("permissions")?.Children.Values.All(right => right.ToString() == "read") != true)
            .Select(workflow => workflow.File),
        Is.Empty);

    [Test]
    public void EveryJob_HasATimeout() =>
        Assert.That(Workflows.OwnJobs.Where(job => !int.TryParse(job.Node.Text("timeout-minutes"), out _)), Is.Empty);

    [Test]
    public void EveryAction_IsPinnedToACommit_WithItsVersionBeside()
    {
        var uses = Workflows.Lines.Select(line => Uses().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value).ToList();
        var others = uses.Where(used => !used.StartsWith("./", StringComparison.Ordinal)).ToList();

        Assert.That(others.Where(used => !Pin().IsMatch(used)), Is.Empty);
        Assert.That(
            others.Distinct().GroupBy(used => used.Split('@')[0]).Where(pins => pins.Count() > 1).Select(pins => pins.Key),
            Is.Empty,
            "One action has one pin.");
        Assert.That(others, Has.Count.GreaterThan(10));
    }

    [Test]
    public void EveryLocalUse_IsThere() => Assert.That(
        Workflows.Lines.Select(line => Uses().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value)
            .Where(used => used.StartsWith("./", StringComparison.Ordinal))
            .Where(used => !Path.Exists(Path.Combine(RepositoryRoot.Path, used))),
        Is.Empty);

    // What GitHub puts into a script is code; what it puts into the environment is text.
    [Test]
    public void EveryScript_TakesWhatItIsGivenFromTheEnvironment() =>
        Assert.That(Workflows.Steps.Where(step => step.Run.Contains("${{", StringComparison.Ordinal)).Select(step => step.Run), Is.Empty);

    [Test]
    public void EverySecret_IsAVariableAndNothingElse() => Assert.That(
        Workflows.Lines.Where(line => line.Contains("secrets.", StringComparison.Ordinal) && !SecretVariable().IsMatch(line)),
        Is.Empty);

    [Test]
    public void EveryLogin_IsBoundToAnEnvironment() =>
        Assert.That(Workflows.OwnJobs.Where(job => job.May(MayLogIn) && job.Node.Text("environment") is null), Is.Empty);

    [Test]
    public void WhoMayLogIn_MayNotWriteToTheRepository() =>
        Assert.That(Workflows.OwnJobs.Where(job => job.May(MayLogIn) && (job.May(MayPush) || job.May("pull-requests"))), Is.Empty);

    [Test]
    public void WhoMayNotPush_KeepsNoCredentials() => Assert.That(
        Workflows.OwnJobs.Where(job => !job.May(MayPush) && job.Steps.Any(step =>
            step.Node.Text("uses")?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true
            && step.Node.Map("with")?.Text("persist-credentials") != "false")),
        Is.Empty);

    [Test]
    public void CodeOfAPullRequest_HasNothingToLose()
    {
        var preview = Workflows.Of("preview.yml").Jobs.Single();

        Assert.That(preview.Node.Map("permissions")!.Children, Has.Count.EqualTo(1));
        Assert.That(preview.Node.Map("permissions")!.Text(MayPush), Is.EqualTo("read"));
        Assert.That(preview.Node.Text("environment"), Is.Null);
        Assert.That(Workflows.Lines, Has.None.Contains("pull_request_target"));
    }

    [Test]
    public void Production_IsDeployedFromATag_BehindItsEnvironment()
    {
        var production = Workflows.Of("deploy.yml").Jobs.Single(job => job.Node.Map("with")?.Text("stack") == "production");
        var apply = Workflows.Of("stack.yml").Jobs.Single(job => job.Steps.Any(step => step.Run.Contains(".ci/carry", StringComparison.Ordinal)));

        Assert.That(production.Node.Text("if"), Is.EqualTo("startsWith(github.ref, 'refs/tags/v')"));
        Assert.That(production.Node.Text("uses"), Is.EqualTo("./.github/workflows/stack.yml"));
        Assert.That(apply.Node.Text("environment"), Is.EqualTo("${{ inputs.stack }}"));
        Assert.That(apply.Node.Text("needs"), Is.EqualTo("plan"));
    }

    [Test]
    public void NothingThatMayLogIn_IsCancelled() => Assert.That(
        Workflows.All.Where(workflow =>
            workflow.Jobs.Any(job => job.May(MayLogIn))
            && new[] { workflow.Node }.Concat(workflow.Jobs.Select(job => job.Node)).Any(Cancels)).Select(workflow => workflow.File),
        Is.Empty);

    [Test]
    public void Deployments_OfAStack_WaitForEachOther_AndARollbackForNone()
    {
        var deploy = Workflows.Of("deploy.yml").Node.Map("concurrency")!;
        var rollback = Workflows.Of("rollback.yml").Node.Map("concurrency")!;

        Assert.That(deploy.Text("group"), Does.StartWith("deploy-"));
        Assert.That(deploy.Text("cancel-in-progress"), Is.EqualTo("false"));
        Assert.That(rollback.Text("group"), Is.EqualTo("rollback-${{ inputs.stack }}"));
    }

    [Test]
    public void ARollback_WaitsForNobodysWord_AndHasAReason()
    {
        var workflow = Workflows.Of("rollback.yml");
        var inputs = workflow.Node.Map("on")!.Map("workflow_dispatch")!.Map("inputs")!;

        Assert.That(workflow.Jobs.First().Node.Text("environment"), Is.EqualTo("${{ inputs.stack }}-rollback"));
        Assert.That(inputs.Map("reason")!.Text("required"), Is.EqualTo("true"));
        Assert.That(inputs.Map("stack")!.Text("type"), Is.EqualTo("choice"));
    }

    // A journal's folder begins with a dot, and the action leaves such folders out unless it is told not to.
    [Test]
    public void EveryJournal_IsKept_HoweverItEnded()
    {
        var uploads = Workflows.Steps.Where(step => step.Node.Map("with")?.Text("path")?.EndsWith("/journal", StringComparison.Ordinal) == true).ToList();

        Assert.That(uploads, Has.Count.EqualTo(2));
        Assert.That(uploads.Select(step => step.Node.Text("if")), Is.All.EqualTo("always()"));
        Assert.That(uploads.Select(step => step.Node.Map("with")!.Text("include-hidden-files")), Is.All.EqualTo("true"));
    }

    private static bool Cancels(YamlMappingNode holder) => holder.Map("concurrency")?.Text("cancel-in-progress") is not (null or "false");

    [GeneratedRegex(@"^\s*(?:- )?uses: (.+)$")]
    private static partial Regex Uses();

    [GeneratedRegex(@"^\s+[A-Z_]+: \$\{\{ secrets\.[A-Z_]+ \}\}$")]
    private static partial Regex SecretVariable();

    [GeneratedRegex(@"^[\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Pin();
}
