using Azure.Identity;
using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Gates.Http;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Azure.Sessions;

/// <summary>Azure's public cloud, as whoever is logged in: a pipeline's federated token, a managed identity, or 'az login'.</summary>
internal static class CloudSession
{
    public static AzureSession Open(string subscription, EnvironmentSettings settings, IAzureLog log, TimeProvider time)
    {
        var connection = new AzureConnection(new AzureConnectionOptions(
            AzureEndpoint.Management,
            AzureEndpoint.Logs,
            EnvironmentHosts.Of(settings.Names()),
            // Never by a window: a command must not stand still in a pipeline, waiting for somebody to log in.
            new DefaultAzureCredential(includeInteractiveCredentials: false),
            AzureTransport.Public(),
            time,
            log));
        var group = new AzureGroup(subscription, settings.Names().ResourceGroup.Value);
        return new AzureSession(connection, group, $"resource group {group.Name} of subscription {subscription}")
        {
            Probes = new ProbeRoute(ProbeClient.Public(time), "https"),
        };
    }
}
