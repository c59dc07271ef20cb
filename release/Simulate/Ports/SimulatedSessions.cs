using ReleaseInfra.Cli.Azure;
using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Azure.Sessions;
using ReleaseInfra.Cli.Gates.Http;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Simulate.Ports;

/// <summary>The same Azure for whoever opens it: a release's process, and the one that goes on after it was killed.</summary>
internal sealed class SimulatedSessions(IAzure azure, IProbeClient probes) : IAzureSessions
{
    public Task<AzureSession> OpenAsync(string engine, EnvironmentSettings settings, IAzureLog log, CancellationToken cancellation) =>
        OpenToWriteAsync(engine, settings, log, cancellation);

    public Task<AzureSession> OpenToWriteAsync(string engine, EnvironmentSettings settings, IAzureLog log, CancellationToken cancellation) =>
        Task.FromResult(new AzureSession(azure, new AzureGroup("simulated", settings.Names().ResourceGroup.Value), "memory")
        {
            Probes = new ProbeRoute(probes, "https"),
        });
}
