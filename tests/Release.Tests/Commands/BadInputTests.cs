using ReleaseInfra.Cli;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Release.Tests.Commands.CommandLineRun;

namespace ReleaseInfra.Release.Tests.Commands;

/// <summary>What people get wrong ends with 2, in sentences, and leaves everything as it was.</summary>
[NonParallelizable]
public sealed class BadInputTests : WorkspaceTests
{
    private const string Release = "Pulumi.staging.yaml";
    private const string Environment = "stacks/environments/staging.json";
    private const string Base = "stacks/environments/base.json";
    private const string Web = "blue: { tag: v1.2.2, weight: 0 }\n      green: { tag: v1.2.3, weight: 100 }";

    private static readonly TestCaseData[] Cases =
    [
        Case("weights", "RI2001", workspace => workspace.Replace(
            Release, Web, "blue: { tag: v1.2.2, weight: 50 }\n      green: { tag: v1.2.3, weight: 60 }")),
        Case("weight without a tag", "RI2002", workspace => workspace.Replace(
            Release, Web, "blue: { weight: 20 }\n      green: { tag: v1.2.3, weight: 80 }")),
        Case("latest", "RI2004", workspace => workspace.Replace(Release, "green: { tag: v1.2.3", "green: { tag: latest")),
        Case("unknown service", "RI2009", workspace => workspace.Replace(
            Release, "    worker:", "    wrker: { tag: v1.2.3 }\n    worker:")),
        Case("unknown key", "RI1005", workspace => workspace.Replace(
            Environment, "\"tier\": \"burstable\"", "\"teir\": \"x\",\n    \"tier\": \"burstable\"")),
        Case("wrong type", "RI1007", workspace => workspace.Replace(Base, "\"port\": 3000", "\"port\": \"3000\"")),
        Case("broken YAML", Release, workspace => workspace.Replace(Release, "config:", "config: [")),
        Case("broken JSON", Environment, workspace => workspace.Replace(Environment, "\"registry\": {", "\"registry\" {")),
        Case("empty file", Release, workspace => workspace.Write(Release, "")),
        Case("missing file", Environment, workspace => workspace.Delete(Environment)),
        Case("vault name", "RI3001", workspace => workspace.Replace(
            Base, "\"application\": \"app\"", "\"application\": \"warehouse12\"")),
        Case("memory", "RI1101", workspace => workspace.Replace(
            Base, "\"cpu\": 0.5,\n      \"memoryGi\": 1,", "\"cpu\": 0.5,\n      \"memoryGi\": 2,")),
        Case("high availability", "RI1108", workspace => workspace.Replace(
            Environment, "\"tier\": \"burstable\",", "\"tier\": \"burstable\",\n    \"highAvailability\": \"zone-redundant\",")),
    ];

    [TestCaseSource(nameof(Cases))]
    public async Task Rejects(string expected, Action<TemporaryWorkspace> spoil)
    {
        spoil(Workspace);
        var before = Snapshot();

        var preview = await InAsync(Workspace, "preview", "staging");
        var json = await InAsync(Workspace, "preview", "staging", "--json");
        var validate = await InAsync(Workspace, "validate", "staging");

        Assert.That(new[] { preview.Code, json.Code, validate.Code }, Is.All.EqualTo(ExitCode.Configuration));
        Assert.That(preview.Output, Is.Empty);
        Assert.That(preview.Error, Does.Contain(expected).And.Contain("allowed: ").And.Contain("to do:   "));
        Assert.That(validate.Output, Is.EqualTo(preview.Error));
        Assert.That(json.Json().GetProperty("problems").GetArrayLength(), Is.GreaterThan(0));
        Assert.That(preview.Everything + json.Everything + validate.Everything, Does.Not.Contain("   at "));
        Assert.That(Snapshot(), Is.EqualTo(before));
    }

    [Test]
    public async Task Rejects_ProductionBeforeStaging()
    {
        Workspace.Replace("Pulumi.production.yaml", "green: { tag: v1.2.3", "green: { tag: v1.3.0");

        var run = await InAsync(Workspace, "preview", "production");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(run.Error, Does.Contain("Staging has not run v1.3.0 of 'web' with all traffic."));
    }

    [Test]
    public async Task Rejects_UnknownStack()
    {
        var run = await InAsync(Workspace, "preview", "stagign");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(run.Error, Does.Contain("There is no stack 'stagign'; did you mean 'staging'?"));
    }

    private static TestCaseData Case(string name, string expected, Action<TemporaryWorkspace> spoil) =>
        new TestCaseData(expected, spoil).SetName($"Rejects_{name}");

    private string[] Snapshot() =>
    [
        .. Directory.GetFiles(Workspace.Folder, "*", SearchOption.AllDirectories).Order()
            .Select(file => $"{file}: {File.ReadAllText(file)}"),
    ];
}
