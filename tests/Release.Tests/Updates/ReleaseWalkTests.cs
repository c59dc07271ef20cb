using System.Collections.Immutable;
using ReleaseInfra.Cli;
using ReleaseInfra.Rehearsal;
using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Release.Tests.Commands.CommandLineRun;

namespace ReleaseInfra.Release.Tests.Updates;

/// <summary>A release from the first line to the last, each step a change of the file and an 'up', and what Azure has after each.</summary>
[NonParallelizable]
public sealed class ReleaseWalkTests : WorkspaceTests
{
    private const string App =
        "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-app-dev/providers/Microsoft.App/containerApps/app-web-dev";

    [Test]
    public async Task TagThenWeightsThenBack()
    {
        await InAsync(Workspace, "up", "dev", "--yes");

        await StepAsync(
            "newest: green\n      blue: { tag: v1.3.0-dev.1, weight: 100 }\n      green: { tag: v1.3.0, weight: 0 }",
            "blue-v1-3-0-dev-1 active 100 blue",
            "green-v1-3-0 active 0 green");
        await StepAsync(
            "newest: green\n      blue: { tag: v1.3.0-dev.1, weight: 90 }\n      green: { tag: v1.3.0, weight: 10 }",
            "blue-v1-3-0-dev-1 active 90 blue",
            "green-v1-3-0 active 10 green");
        await StepAsync(
            "newest: green\n      blue: { tag: v1.3.0-dev.1, weight: 100 }\n      green: { tag: v1.3.0, weight: 0 }",
            "blue-v1-3-0-dev-1 active 100 blue",
            "green-v1-3-0 active 0 green");
    }

    private async Task StepAsync(string release, params string[] revisions)
    {
        var file = Workspace.Read("Pulumi.dev.yaml");
        var start = file.IndexOf("newest: ", StringComparison.Ordinal);
        var end = file.IndexOf("    api:", StringComparison.Ordinal);
        Workspace.Write("Pulumi.dev.yaml", file[..start] + release + "\n" + file[end..]);
        var up = await InAsync(Workspace, "up", "dev", "--yes", "--json");
        var preview = await InAsync(Workspace, "preview", "dev");
        var drift = await InAsync(Workspace, "drift", "dev");

        Assert.That(up.Code, Is.EqualTo(ExitCode.Done), up.Error);
        Assert.That(up.Operations(), Is.EqualTo(new[] { "update ContainerApp web" }));
        Assert.That(preview.Output, Does.Contain("\nNo changes: 37 unchanged "));
        Assert.That(drift.Code, Is.EqualTo(ExitCode.Done), drift.Output + drift.Error);
        Assert.That(await RevisionsAsync(), Is.EqualTo(revisions));
    }

    private async Task<ImmutableArray<string>> RevisionsAsync()
    {
        using var azure = await EmbeddedAzure.OpenAsync(
            new EmbeddedAzureOptions
            {
                Scope = new AzureScope("dev", "westeurope"),
                File = Workspace.PathOf(".release/dev/azure.json"),
                Time = TimeProvider.System,
                SecretDigest = _ => throw new InvalidOperationException("Nothing is written here."),
            },
            CancellationToken.None);
        return [.. (await azure.ContainerApps.ListAsync(App, CancellationToken.None)).Select(Text)];
    }

    private static string Text(RevisionView view) =>
        $"{view.Revision.Name["app-web-dev--".Length..]} {(view.Revision.Active ? "active" : "inactive")} {view.TrafficWeight} {view.Labels.Keys.Single()}";
}
