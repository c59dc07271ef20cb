using ReleaseInfra.Cli;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Release.Tests.Commands.CommandLineRun;

namespace ReleaseInfra.Release.Tests.Commands;

/// <summary>A release is a change of a few lines, and each such change is one update of one resource.</summary>
[NonParallelizable]
public sealed class TwoLineReleaseTests : WorkspaceTests
{
    private const string Production = "Pulumi.production.yaml";

    [TestCase("web")]
    [TestCase("api")]
    public async Task ContainerApp_TagInTheIdleSlotThenWeights(string service)
    {
        var before = Lines(service, "green", Slot("v1.2.2", 0), Slot("v1.2.3", 100));
        var staged = Lines(service, "blue", Slot("v1.3.0", 0), Slot("v1.2.3", 100));
        var shifted = Lines(service, "blue", Slot("v1.3.0", 10), Slot("v1.2.3", 90));
        Prepare(service, before);

        var tag = await ChangeAsync(before, staged);
        Assert.That(tag.Operations(), Is.EqualTo(new[] { $"update ContainerApp {service}" }), tag.Error);
        Assert.That(tag.Updates(), Has.Some.Match(@"^template\.containers\[0\]\.image: .*v1\.2\.3 -> .*v1\.3\.0$|sha256"));

        var weights = await ChangeAsync(staged, shifted);
        Assert.That(weights.Operations(), Is.EqualTo(new[] { $"update ContainerApp {service}" }), weights.Error);
        Assert.That(weights.Updates(), Is.EquivalentTo(new[]
        {
            "configuration.ingress.traffic[0].weight: 0 -> 10",
            "configuration.ingress.traffic[1].weight: 100 -> 90",
        }));
    }

    [Test]
    public async Task Site_TagInTheIdleSlotThenWeights()
    {
        var before = Lines("admin", "blue", Slot("v1.2.3", 100), Slot("v1.2.2", 0));
        var staged = Lines("admin", "green", Slot("v1.2.3", 100), Slot("v1.3.0", 0));
        var shifted = Lines("admin", "green", Slot("v1.2.3", 90), Slot("v1.3.0", 10));
        Prepare("admin", before);

        var tag = await ChangeAsync(before, staged);
        Assert.That(tag.Operations(), Has.Length.EqualTo(1).And.All.StartsWith("update WebAppSlot "), tag.Error);

        var weights = await ChangeAsync(staged, shifted);
        Assert.That(weights.Operations(), Has.Length.EqualTo(1).And.All.StartsWith("update WebApp "), weights.Error);
    }

    [Test]
    public async Task Release_IsShownWithBothSides()
    {
        var before = Lines("web", "green", Slot("v1.2.2", 0), Slot("v1.2.3", 100));
        var staged = Lines("web", "blue", Slot("v1.3.0", 0), Slot("v1.2.3", 100));
        Prepare("web", before);
        await ChangeAsync(before, staged);
        await AppliedRelease.WriteAsync(Workspace, "production");
        Workspace.Replace(Production, staged, Lines("web", "blue", Slot("v1.3.0", 10), Slot("v1.2.3", 90)));

        var text = await InAsync(Workspace, "preview", "production");
        var markdown = await InAsync(Workspace, "preview", "production", "--markdown");

        Assert.That(text.Output, Does.Contain("Release\n  web  blue   v1.3.0  0% -> 10%\n  web  green  v1.2.3  100% -> 90%\n\n"));
        Assert.That(markdown.Output, Does.Contain(
            "| service | slot | tag | weight |\n|---|---|---|---|\n" +
            "| web | blue | v1.3.0 | 0% -> 10% |\n| web | green | v1.2.3 | 100% -> 90% |\n"));
    }

    [Test]
    public async Task Rejects_AnotherTagInASlotWithTraffic()
    {
        await AppliedRelease.WriteAsync(Workspace, "staging");
        Workspace.Replace("Pulumi.staging.yaml", "green: { tag: v1.2.3", "green: { tag: v1.2.4");
        var run = await InAsync(Workspace, "preview", "staging");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(run.Error, Does.Contain("RI2010"));
        Assert.That(run.Output, Is.Empty);
    }

    /// <summary>Puts the given lines into production's file, and v1.3.0 with all traffic into staging's.</summary>
    private void Prepare(string service, string production)
    {
        var original = Original(service, Workspace.Read(Production));
        Workspace.Replace(Production, original, production);
        Workspace.Replace(
            "Pulumi.staging.yaml",
            Original(service, Workspace.Read("Pulumi.staging.yaml")),
            Lines(service, "green", Slot("v1.2.3", 0), Slot("v1.3.0", 100)));
    }

    private async Task<CommandLineRun> ChangeAsync(string from, string to)
    {
        await AppliedRelease.WriteAsync(Workspace, "production");
        Workspace.Replace(Production, from, to);
        return await InAsync(Workspace, "preview", "production", "--json");
    }

    private static string Original(string service, string file)
    {
        var start = file.IndexOf($"    {service}:\n", StringComparison.Ordinal);
        var green = file.IndexOf("      green: ", start, StringComparison.Ordinal);
        return file[start..file.IndexOf('\n', green)];
    }

    private static string Lines(string service, string newest, string blue, string green) =>
        $"    {service}:\n      newest: {newest}\n      blue: {blue}\n      green: {green}";

    private static string Slot(string tag, int weight) => $"{{ tag: {tag}, weight: {weight} }}";
}
