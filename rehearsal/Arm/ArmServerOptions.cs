using ReleaseInfra.Rehearsal.Arm.Logs;
using ReleaseInfra.Rehearsal.Arm.Metrics;

namespace ReleaseInfra.Rehearsal.Arm;

public sealed record ArmServerOptions
{
    /// <summary>What every wait and every time in an answer goes by.</summary>
    public required TimeProvider Time { get; init; }

    public IMetricSource Metrics { get; init; } = new NoMetrics();

    public ILogSource Logs { get; init; } = new NoLogs();

    /// <summary>Whether a change outlives a crash before it is answered.</summary>
    public bool SaveEachChange { get; init; }

    /// <summary>What whoever polls an operation is asked to wait, in whole seconds.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(1);
}
