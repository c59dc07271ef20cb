using Azure.Core;
using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Azure.Jobs;
using ReleaseInfra.Cli.Azure.KeyVault;
using ReleaseInfra.Cli.Azure.Observability;
using ReleaseInfra.Cli.Azure.Postgres;
using ReleaseInfra.Cli.Azure.Registry;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Azure.Sites;
using ReleaseInfra.Cli.Gates.Logs;
using ReleaseInfra.Cli.Proofs;

namespace ReleaseInfra.Cli.Azure;

/// <summary>An Azure over HTTP, real or embedded. Owns its transport.</summary>
internal sealed class AzureConnection : IAzure
{
    private readonly AzureTransport _transport;

    public AzureConnection(AzureConnectionOptions options)
    {
        _transport = options.Transport;
        var management = Calls(options, options.Management);
        var operations = new LongRunningCalls(management, options.Time);
        ContainerApps = new ContainerApps.ContainerApps(management);
        Revisions = new Revisions(management, operations);
        Traffic = new ContainerApps.Traffic(management, operations);
        Jobs = new Jobs.Jobs(management, operations);
        Backups = new Backups(management, operations);
        Sites = new Sites.Sites(management, operations);
        Metrics = new Metrics(management);
        ResourceGraph = new ResourceGraph(management);
        Logs = new LogQueries(Calls(options, options.Logs));
        Telemetry = new LogTelemetry(Logs);
        Images = new ImageRegistry(options.Hosts.Registry, new RegistryLogins(options));
        Secrets = new VaultSecrets(
            options.Hosts.Vault, Calls(options, AzureEndpoint.Vault(options.Hosts.Vault)), options.Time);
    }

    public IContainerApps ContainerApps { get; }

    public IRevisions Revisions { get; }

    public ITraffic Traffic { get; }

    public IJobs Jobs { get; }

    public IBackups Backups { get; }

    public ISites Sites { get; }

    public IMetrics Metrics { get; }

    public ILogQueries Logs { get; }

    public ITelemetry Telemetry { get; }

    public IResourceGraph ResourceGraph { get; }

    public IImageRegistry Images { get; }

    public IVaultSecrets Secrets { get; }

    public void Dispose() => _transport.Dispose();

    private static AzureCalls Calls(AzureConnectionOptions options, AzureEndpoint endpoint) => new(
        endpoint.Address,
        AzurePipeline.Of(options.Transport.Pipeline, options.Credential, endpoint.Scope, options.Log, options.Time),
        options.Time);
}

internal sealed record AzureConnectionOptions(
    AzureEndpoint Management,
    AzureEndpoint Logs,
    EnvironmentHosts Hosts,
    TokenCredential Credential,
    AzureTransport Transport,
    TimeProvider Time,
    IAzureLog Log);
