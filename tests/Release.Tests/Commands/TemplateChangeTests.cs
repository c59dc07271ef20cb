using System.Text.Json;
using ReleaseInfra.Cli;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Release.Tests.Commands.CommandLineRun;

namespace ReleaseInfra.Release.Tests.Commands;

/// <summary>A revision is never changed: another template under its name is refused, although Azure would take it.</summary>
[NonParallelizable]
public sealed class TemplateChangeTests : WorkspaceTests
{
    private const string Release = "Pulumi.staging.yaml";
    private const string Environment = "stacks/environments/staging.json";
    private const string Settled = "newest: green # the slot whose image the newest revision runs\n      blue: { tag: v1.2.2, weight: 0 }\n      green: { tag: v1.2.3, weight: 100 }";
    private const string Again = "newest: blue\n      blue: { tag: v1.2.3, revision: 2, weight: 0 }\n      green: { tag: v1.2.3, weight: 100 }";

    private const string Message =
        "'web' would change template.containers[0].resources.cpu, template.containers[0].resources.memory of the revision "
        + "app-web-stg--green-v1-2-3, which exists: Azure accepts that, and the revision fails.";

    private const string ThroughBlue =
        "Release v1.2.3 again with newest: blue and blue: { tag: v1.2.3, revision: 2, weight: 0 }, and move the weights afterwards.";

    [Test]
    public async Task Rejects_AnotherTemplateUnderTheSameName()
    {
        await AppliedRelease.WriteAsync(Workspace, "staging");
        MoreFor("web");
        var run = await InAsync(Workspace, "preview", "staging", "--json");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(Problem(run), Is.EqualTo(new Dictionary<string, object?>
        {
            ["code"] = "RI2017",
            ["file"] = Release,
            ["line"] = Workspace.LineOf(Release, "green: { tag: v1.2.3"),
            ["column"] = 14,
            ["path"] = "config.release-infra:release.web.green",
            ["value"] = null,
            ["message"] = Message,
            ["allowed"] = "a change of the template only under a new revision's name",
            ["remedy"] = ThroughBlue,
        }));
        Assert.That(run.Operations(), Is.EqualTo(new[] { "update ContainerApp web" }));
    }

    [Test]
    public async Task Rejects_AnotherTemplate_AndShowsThePreview()
    {
        await AppliedRelease.WriteAsync(Workspace, "staging");
        MoreFor("web");
        var text = await InAsync(Workspace, "preview", "staging");
        var markdown = await InAsync(Workspace, "preview", "staging", "--markdown");

        Assert.That(text.Output, Does.Contain("  ~ ContainerApp  web  app-web-stg\n"));
        var line = Workspace.LineOf(Release, "green: { tag: v1.2.3");
        Assert.That(text.Error, Is.EqualTo(
            $"{Release}\n"
            + $"  RI2017 {Release}:{line}  config.release-infra:release.web.green\n"
            + $"    {Message}\n"
            + "    allowed: a change of the template only under a new revision's name\n"
            + $"    to do:   {ThroughBlue}\n"
            + "\n"
            + "1 problem.\n"));
        Assert.That(markdown.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(markdown.Output, Does.Contain(
            $"**It must not be applied:**\n\n- RI2017, `{Release}:{line}`: {Message} {ThroughBlue}\n"));
    }

    [Test]
    public async Task Preview_AnotherTemplateThroughTheIdleSlot_IsOneUpdate()
    {
        await AppliedRelease.WriteAsync(Workspace, "staging");
        MoreFor("web");
        Workspace.Replace(Release, Settled, Again);
        var run = await InAsync(Workspace, "preview", "staging", "--json");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
        Assert.That(run.Json().GetProperty("problems").GetArrayLength(), Is.Zero);
        Assert.That(run.Operations(), Is.EqualTo(new[] { "update ContainerApp web" }));
        Assert.That(run.Updates(), Has.Member("template.revisionSuffix: green-v1-2-3 -> blue-v1-2-3-r2"));
    }

    [Test]
    public async Task Preview_AnotherTemplateOfAWorker_IsOneUpdate()
    {
        await AppliedRelease.WriteAsync(Workspace, "staging");
        MoreFor("worker");
        var run = await InAsync(Workspace, "preview", "staging", "--json");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
        Assert.That(run.Json().GetProperty("problems").GetArrayLength(), Is.Zero);
        Assert.That(run.Operations(), Is.EqualTo(new[] { "update ContainerApp worker" }));
    }

    [Test]
    public async Task Rejects_AnotherTemplate_WhereTheNewestHasNoTraffic_AndTakesItsNextRevision()
    {
        const string staged = "newest: green\n      blue: { tag: v1.2.2, weight: 100 }\n      green: { tag: v1.2.3, weight: 0 }";
        Workspace.Replace(Release, Settled, staged);
        await AppliedRelease.WriteAsync(Workspace, "staging");
        MoreFor("web");
        var refused = await InAsync(Workspace, "preview", "staging", "--json");
        Workspace.Replace(Release, staged, staged.Replace("v1.2.3, ", "v1.2.3, revision: 2, ", StringComparison.Ordinal));
        var taken = await InAsync(Workspace, "preview", "staging", "--json");

        Assert.That(Problem(refused)["remedy"], Is.EqualTo(
            "Release v1.2.3 again with newest: green and green: { tag: v1.2.3, revision: 2, weight: 0 }, "
            + "and move the weights afterwards."));
        Assert.That(taken.Code, Is.EqualTo(ExitCode.Done), taken.Error);
    }

    [Test]
    public async Task Rejects_AnotherTemplate_WhileTrafficShifts()
    {
        Workspace.Replace(Release, Settled, "newest: green\n      blue: { tag: v1.2.2, weight: 90 }\n      green: { tag: v1.2.3, weight: 10 }");
        await AppliedRelease.WriteAsync(Workspace, "staging");
        MoreFor("web");
        var run = await InAsync(Workspace, "preview", "staging", "--json");

        Assert.That(Problem(run)["remedy"], Is.EqualTo(
            "Move all traffic to one slot first, and release v1.2.3 again through the other with revision: 2."));
    }

    [Test]
    public async Task Rejects_AnotherTemplate_NamingOnlyTheFirstProperties()
    {
        await AppliedRelease.WriteAsync(Workspace, "staging");
        Workspace.Replace(Environment, "\"web\": {", "\"web\": { \"variables\": { \"A\": \"1\", \"B\": \"2\" },");
        var run = await InAsync(Workspace, "preview", "staging", "--json");

        Assert.That(Problem(run)["message"], Does.Match(
            @"^'web' would change (template\.containers\[0\]\.env\[\d\]\.\w+, ){4}and \d more properties of the revision "));
    }

    private static Dictionary<string, object?> Problem(CommandLineRun run) => run.Json()
        .GetProperty("problems").EnumerateArray().Single().EnumerateObject()
        .ToDictionary(property => property.Name, property => property.Value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Number => (object)property.Value.GetInt32(),
            _ => property.Value.GetString(),
        });

    private void MoreFor(string service) =>
        Workspace.Replace(Environment, $"\"{service}\": {{", $"\"{service}\": {{ \"cpu\": 1, \"memoryGi\": 2,");
}
