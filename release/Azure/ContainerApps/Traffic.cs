using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Azure.Resources;

namespace ReleaseInfra.Cli.Azure.ContainerApps;

internal sealed class Traffic(AzureCalls calls, LongRunningCalls operations) : ITraffic
{
    // Routing changes within seconds; what takes this long waits for another operation on the app.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public async Task<ImmutableArray<TrafficEntry>> GetAsync(AzureId app, CancellationToken cancellation)
    {
        var answer = await calls.SendAsync(AzureRequest.Get(app.Path, ApiVersions.ContainerApps), cancellation);
        return AppWire.Traffic(answer.Json());
    }

    public Task SetAsync(AzureId app, ImmutableArray<TrafficEntry> entries, CancellationToken cancellation) => operations.CompleteAsync(
        // A merge patch: the list is replaced whole, and the template, which would make a revision, is not touched.
        AzureRequest.Patch(app.Path, ApiVersions.ContainerApps).WithBody(body => AppWire.WriteTraffic(body, entries)),
        Limit,
        cancellation);
}
