using ReleaseInfra.Cli.Azure.Observability;

namespace ReleaseInfra.Cli.Gates.Logs;

/// <summary>Telemetry as Application Insights keeps it in a workspace.</summary>
internal sealed class LogTelemetry(ILogQueries logs) : ITelemetry
{
    public IRequestSource Requests(TelemetryOf service) => new TelemetryRequests(logs, service);

    public ILatencySource Latencies(TelemetryOf service) => new TelemetryLatencies(logs, service);
}
