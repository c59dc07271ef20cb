using ReleaseInfra.Domain.Gates;

namespace ReleaseInfra.Cli.Runs.Gates;

/// <summary>How late Azure's data are: its metrics come within a minute, logs and telemetry within three.</summary>
internal static class MetricTimes
{
    public static readonly WindowTerms Metrics = new(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));

    public static readonly WindowTerms Logs = new(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3));

    /// <summary>Data that ended longer ago say nothing about now.</summary>
    public static readonly TimeSpan Oldest = TimeSpan.FromMinutes(10);

    /// <summary>That latencies are taken over.</summary>
    public static readonly TimeSpan Recent = TimeSpan.FromMinutes(5);
}
