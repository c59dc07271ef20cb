using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Azure.Jobs;
using ReleaseInfra.Cli.Azure.Observability;
using ReleaseInfra.Cli.Azure.Postgres;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Azure.Sites;
using ReleaseInfra.Cli.Gates.Logs;
using ReleaseInfra.Cli.Proofs;

namespace ReleaseInfra.Cli.Azure;

/// <summary>All that a release asks of an Azure.</summary>
internal interface IAzure : IDisposable
{
    IContainerApps ContainerApps { get; }

    IRevisions Revisions { get; }

    ITraffic Traffic { get; }

    IJobs Jobs { get; }

    IBackups Backups { get; }

    ISites Sites { get; }

    IMetrics Metrics { get; }

    ILogQueries Logs { get; }

    /// <summary>What services say of themselves, from <see cref="Logs"/>.</summary>
    ITelemetry Telemetry { get; }

    IResourceGraph ResourceGraph { get; }

    IImageRegistry Images { get; }

    IVaultSecrets Secrets { get; }
}
