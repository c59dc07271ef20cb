using ReleaseInfra.Cli.Azure;
using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Azure.Sessions;
using ReleaseInfra.Cli.Engine.Local;
using ReleaseInfra.Cli.Engine.State;
using ReleaseInfra.Cli.Gates.Http;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Rehearsal;
using ReleaseInfra.Rehearsal.Arm;

namespace ReleaseInfra.Release.Tests.Runs.Scenes;

/// <summary>The scene's embedded Azure over HTTP: with visitors, with apps that answer, and with what goes wrong.</summary>
internal sealed class SceneSessions(Scene scene) : IAzureSessions
{
    public Task<AzureSession> OpenAsync(string engine, EnvironmentSettings settings, IAzureLog log, CancellationToken cancellation) =>
        OpenToWriteAsync(engine, settings, log, cancellation);

    public async Task<AzureSession> OpenToWriteAsync(
        string engine, EnvironmentSettings settings, IAzureLog log, CancellationToken cancellation)
    {
        var server = await ArmServer.StartAsync(
            scene.Azure,
            new ArmServerOptions { Time = scene.Time.Elsewhere, Metrics = scene.Visitors, Logs = scene.Visitors, SaveEachChange = true },
            cancellation);
        var names = settings.Names();
        var connection = EmbeddedSessions.Connect(server, EnvironmentHosts.Of(names), log, scene.Time);
        scene.Serve(server, connection);
        return new AzureSession(
            connection,
            new AzureGroup(AzureScope.SubscriptionId, names.ResourceGroup.Value),
            "the scene's Azure",
            server)
        {
            Probes = new ProbeRoute(new ProbeClient(scene.Apps.Connect(), scene.Time), "http"),
        };
    }
}
