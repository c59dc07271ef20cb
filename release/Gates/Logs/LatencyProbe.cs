using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Rules;

namespace ReleaseInfra.Cli.Gates.Logs;

/// <summary>A revision's p95, from the service's telemetry: Azure's own response times are not told apart by revision.</summary>
/// <param name="length">Of the time that is looked back on; looks may overlap.</param>
/// <param name="lag">From its end to now.</param>
internal sealed class LatencyProbe(ILatencySource source, TimeSpan length, TimeSpan lag, TimeProvider time)
{
    private const int Percentile = 95;

    public Task<Reading<LatencySample>> LookAsync(string revision, CancellationToken cancellation)
    {
        var until = time.GetUtcNow() - lag;
        return source.ReadAsync(revision, Percentile, new Window(until - length, until), cancellation);
    }
}
