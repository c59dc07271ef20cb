using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure;
using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Azure.Jobs;
using ReleaseInfra.Cli.Azure.Observability;
using ReleaseInfra.Cli.Azure.Postgres;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Azure.Sites;
using ReleaseInfra.Cli.Gates.Logs;
using ReleaseInfra.Cli.Proofs;
using ReleaseInfra.Cli.Simulate.World;
using ReleaseInfra.Domain.Proofs;

namespace ReleaseInfra.Cli.Simulate.Ports;

/// <summary>What a release asks of Azure, answered by a simulated world.</summary>
internal sealed class SimulatedAzure : IAzure, ILogQueries, IResourceGraph, IImageRegistry, IVaultSecrets
{
    private static readonly Task<Fact<string>> ItIsThere = Task.FromResult<Fact<string>>(new Known<string>("simulated"));

    private readonly SimulatedApps _apps;
    private readonly SimulatedJobs _jobs;

    public SimulatedAzure(SimulatedWorld world, SimulatedCalls calls)
    {
        (_apps, _jobs) = (new SimulatedApps(world, calls), new SimulatedJobs(world, calls));
        Sites = new SimulatedSites(world, calls);
        Metrics = new SimulatedMetrics(world, calls);
        Telemetry = new SimulatedTelemetry(world, calls);
    }

    public IContainerApps ContainerApps => _apps;

    public IRevisions Revisions => _apps;

    public ITraffic Traffic => _apps;

    public IJobs Jobs => _jobs;

    public IBackups Backups => _jobs;

    public ISites Sites { get; }

    public IMetrics Metrics { get; }

    public ILogQueries Logs => this;

    public ITelemetry Telemetry { get; }

    public IResourceGraph ResourceGraph => this;

    public IImageRegistry Images => this;

    public IVaultSecrets Secrets => this;

    Task<LogAnswer> ILogQueries.QueryAsync(
        Guid workspace, string query, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation) =>
        Task.FromResult<LogAnswer>(new EmptyWorkspace());

    Task<ImmutableArray<FoundResource>> IResourceGraph.ListAsync(
        AzureGroup group, ImmutableArray<string> types, CancellationToken cancellation) =>
        Task.FromResult(ImmutableArray<FoundResource>.Empty);

    Task<Fact<string>> IImageRegistry.FindAsync(string image, CancellationToken cancellation) => ItIsThere;

    Task<Fact<string>> IVaultSecrets.FindAsync(string secret, string? version, CancellationToken cancellation) => ItIsThere;

    public void Dispose()
    {
    }
}
