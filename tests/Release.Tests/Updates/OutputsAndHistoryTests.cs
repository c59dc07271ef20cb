using ReleaseInfra.Cli;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Release.Tests.Commands.CommandLineRun;

namespace ReleaseInfra.Release.Tests.Updates;

[NonParallelizable]
public sealed class OutputsAndHistoryTests : WorkspaceTests
{
    [Test]
    public async Task Outputs_OfNothing_AreNotEmptyOnes()
    {
        var run = await InAsync(Workspace, "outputs", "dev");

        Assert.That(run.Code, Is.EqualTo(ExitCode.EngineFailed));
        Assert.That(run.Error, Is.EqualTo("Nothing was ever applied to dev: .release/dev/state.json has nothing of it. Run 'release up dev' first.\n"));
    }

    [Test]
    public async Task Outputs_AllOrOne()
    {
        await InAsync(Workspace, "up", "dev", "--yes");
        var all = await InAsync(Workspace, "outputs", "dev");
        var one = await InAsync(Workspace, "outputs", "dev", "resourceGroup");
        var part = await InAsync(Workspace, "outputs", "dev", "containerApps", "--json");

        Assert.That(all.Output, Does.Match(
            @"^containerApps\n  api\n    app   app-api-dev\n    blue  app-api-dev--blue-v1-3-0-dev-1\n  (.+\n)+registryServer      crapp\w+\.azurecr\.io\n" +
            @"resourceGroup       rg-app-dev\ntelemetryWorkspace  [0-9a-f-]{36}\nurls\n  admin  https://app-admin-\S+\n  api    https://app-api-dev\.\S+\n  web    https://app-web-dev\.\S+\n$"));
        Assert.That(one.Output, Is.EqualTo("rg-app-dev\n"));
        Assert.That(part.Json().GetProperty("worker").GetProperty("app").GetString(), Is.EqualTo("app-worker-dev"));
    }

    [Test]
    public async Task Rejects_UnknownOutput()
    {
        await InAsync(Workspace, "up", "dev", "--yes");
        var run = await InAsync(Workspace, "outputs", "dev", "url");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Configuration));
        Assert.That(run.Error, Is.EqualTo("dev has no output 'url'. Its outputs are containerApps, registryServer, resourceGroup, telemetryWorkspace, urls.\n"));
    }

    [Test]
    public async Task History_NewestFirst_WithWhatItReleased()
    {
        await InAsync(Workspace, "up", "dev", "--yes");
        Workspace.Replace("Pulumi.dev.yaml", "worker: { tag: v1.3.0-dev.1 }", "worker: { tag: v1.3.0-dev.2 }");
        await InAsync(Workspace, "up", "dev", "--yes");
        var all = await InAsync(Workspace, "history", "dev", "--updates");
        var last = await InAsync(Workspace, "history", "dev", "--last", "1", "--json");

        Assert.That(all.Output, Does.StartWith(
            "2  2026-11-02 08:30:00Z  up  succeeded  0.0 s\n   by ann@laptop, 1 to update, 36 unchanged\n   worker v1.3.0-dev.1 -> v1.3.0-dev.2\n" +
            "1  2026-11-02 08:30:00Z  up  succeeded  0.0 s\n   by ann@laptop, 37 to create\n   admin v1.3.0-dev.1\n   api blue v1.3.0-dev.1 100%\n"));
        Assert.That(last.Json().GetProperty("updates").EnumerateArray().Single().GetProperty("update").GetInt32(), Is.EqualTo(2));
    }

    [Test]
    public async Task History_OfNothing_SaysSo() =>
        Assert.That((await InAsync(Workspace, "history", "dev", "--updates")).Output, Is.EqualTo("Nothing was ever applied to dev.\n"));
}
