using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.Observability;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Cli.Gates.Logs;

/// <summary>Requests as the service itself reported them to Application Insights; where it samples, the counts are estimates.</summary>
internal sealed class TelemetryRequests(ILogQueries logs, TelemetryOf service) : IRequestSource
{
    public Task<Reading<RequestBatch>> ReadAsync(Window window, DateTimeOffset now, CancellationToken cancellation) => LogReading.OfAsync(
        logs, service.Workspace, Kql.Requests(service, window), window, rows => Batch(rows, window, now), cancellation);

    private static Reading<RequestBatch> Batch(ImmutableArray<LogRow> rows, Window window, DateTimeOffset now)
    {
        var versions = ImmutableSortedDictionary.CreateBuilder<string, Tally>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            var (revision, requests, failures) = (row.Text("revision"), row.Count("requests"), row.Count("failures"));
            if (failures > requests)
                throw new LogFormatException($"{failures} of {requests} requests of {revision} failed");
            versions[revision] = versions.GetValueOrDefault(revision) + new Tally(requests, failures);
        }

        return BatchReading.Of(new RequestBatch(window.From, rows[0].Time("closed"), versions.ToImmutable()), rows[0].Time("newest"), now);
    }
}
