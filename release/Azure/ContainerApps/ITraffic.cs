using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.Resources;

namespace ReleaseInfra.Cli.Azure.ContainerApps;

internal interface ITraffic
{
    /// <summary>As it is stated; empty where everything goes to the latest revision.</summary>
    Task<ImmutableArray<TrafficEntry>> GetAsync(AzureId app, CancellationToken cancellation);

    /// <summary>Replaces weights and labels whole, and makes no revision. When it returns, Azure has done it.</summary>
    /// <param name="entries">Their weights sum to 100.</param>
    Task SetAsync(AzureId app, ImmutableArray<TrafficEntry> entries, CancellationToken cancellation);
}
