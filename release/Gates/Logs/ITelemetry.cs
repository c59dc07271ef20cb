using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Rules;

namespace ReleaseInfra.Cli.Gates.Logs;

/// <summary>What services report of their requests themselves.</summary>
internal interface ITelemetry
{
    IRequestSource Requests(TelemetryOf service);

    ILatencySource Latencies(TelemetryOf service);
}

internal interface ILatencySource
{
    /// <summary>A revision's percentile of latencies, 1..99.</summary>
    Task<Reading<LatencySample>> ReadAsync(string revision, int percentile, Window window, CancellationToken cancellation);
}
