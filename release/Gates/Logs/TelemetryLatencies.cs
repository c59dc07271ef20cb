using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.Observability;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Rules;

namespace ReleaseInfra.Cli.Gates.Logs;

/// <summary>Latencies as the service itself reported them to Application Insights.</summary>
internal sealed class TelemetryLatencies(ILogQueries logs, TelemetryOf service) : ILatencySource
{
    public Task<Reading<LatencySample>> ReadAsync(string revision, int percentile, Window window, CancellationToken cancellation) => LogReading.OfAsync(
        logs,
        service.Workspace,
        Kql.Latency(service, window, percentile),
        window,
        rows => Sample(rows, revision, percentile, window),
        cancellation);

    private static Reading<LatencySample> Sample(ImmutableArray<LogRow> rows, string revision, int percentile, Window window)
    {
        if (rows.FirstOrDefault(row => row.Text("revision").Equals(revision, StringComparison.OrdinalIgnoreCase)) is not { } row)
            return new NothingMeasured<LatencySample>($"no requests of {revision} are known {window}");
        // Data that go on past the window show that it is whole; those of the future, that clocks differ.
        var newest = row.Time("newest");
        return new Measured<LatencySample>(new LatencySample(percentile, row.Number("milliseconds"), row.Count("requests")), newest);
    }
}
