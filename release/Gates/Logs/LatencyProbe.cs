using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.Observability;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Rules;

namespace ReleaseInfra.Cli.Gates.Logs;

/// <summary>A revision's p95, from the service's telemetry: Azure's own response times are not told apart by revision.</summary>
/// <param name="length">Of the time that is looked back on; looks may overlap.</param>
/// <param name="lag">From its end to now.</param>
internal sealed class LatencyProbe(ILogQueries logs, TelemetryOf service, TimeSpan length, TimeSpan lag, TimeProvider time)
{
    private const int Percentile = 95;

    public Task<Reading<LatencySample>> LookAsync(string revision, CancellationToken cancellation)
    {
        var until = time.GetUtcNow() - lag;
        var window = new Window(until - length, until);
        return LogReading.OfAsync(
            logs,
            service.Workspace,
            Kql.Latency(service, window, Percentile),
            window,
            rows => Sample(rows, revision, window),
            cancellation);
    }

    private static Reading<LatencySample> Sample(ImmutableArray<LogRow> rows, string revision, Window window)
    {
        if (rows.FirstOrDefault(row => row.Text("revision").Equals(revision, StringComparison.OrdinalIgnoreCase)) is not { } row)
            return new NothingMeasured<LatencySample>($"no requests of {revision} are known {window}");
        // Data that go on past the window show that it is whole; those of the future, that clocks differ.
        var newest = row.Time("newest");
        return new Measured<LatencySample>(new LatencySample(Percentile, row.Number("milliseconds"), row.Count("requests")), newest);
    }
}
