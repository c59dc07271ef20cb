using System.Security.Cryptography.X509Certificates;
using ReleaseInfra.Cli.Azure;
using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Azure.Sessions;
using ReleaseInfra.Cli.Gates.Http;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Rehearsal;
using ReleaseInfra.Rehearsal.Clocks;

namespace ReleaseInfra.Cli.Rehearse.Inside;

/// <summary>The rehearsal's Azure by the adapters of production: endpoint, credential and trusted certificate are all that differ.</summary>
internal sealed class RehearsedSessions(RehearsalDoor door, CompressedTime time) : IAzureSessions
{
    public Task<AzureSession> OpenAsync(string engine, EnvironmentSettings settings, IAzureLog log, CancellationToken cancellation) =>
        OpenToWriteAsync(engine, settings, log, cancellation);

    public Task<AzureSession> OpenToWriteAsync(
        string engine, EnvironmentSettings settings, IAzureLog log, CancellationToken cancellation)
    {
        var (names, endpoint) = (settings.Names(), AzureEndpoint.Loopback(door.Arm.Endpoint));
        using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(door.Arm.Certificate));
        var connection = new AzureConnection(new AzureConnectionOptions(
            endpoint,
            endpoint,
            EnvironmentHosts.Of(names),
            new LoopbackCredential(door.Arm.Token),
            AzureTransport.Pinned(door.Arm.Endpoint, certificate, handler => new WorkingHandler(time, handler)),
            time,
            log));
        var group = new AzureGroup(AzureScope.SubscriptionId, names.ResourceGroup.Value);
        return Task.FromResult(new AzureSession(connection, group, "the rehearsal's Azure")
        {
            Probes = new ProbeRoute(ProbeClient.Through(door.IngressAddress(), time, handler => new WorkingHandler(time, handler)), "http"),
        });
    }
}
