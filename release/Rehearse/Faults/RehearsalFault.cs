using System.Globalization;
using ReleaseInfra.Domain.Plans;

namespace ReleaseInfra.Cli.Rehearse.Faults;

/// <summary>Something that goes wrong in a rehearsal, as <c>--fault</c> names it.</summary>
internal abstract record RehearsalFault
{
    private protected RehearsalFault(FaultKind kind) => Kind = kind;

    public FaultKind Kind { get; }

    private protected virtual string? Amount => null;

    private protected virtual string? Moment => null;

    /// <summary>As it is written, such as <c>errors=6%@10</c>.</summary>
    public sealed override string ToString() =>
        $"{Kind.Name}{(Amount is { } amount ? $"={amount}" : "")}{(Moment is { } moment ? $"@{moment}" : "")}";
}

/// <summary>One that begins with the new version's deployment, or with a step.</summary>
/// <param name="FromWeight">1..100: the new version's percent of the traffic from which on it is there; null for all the time.</param>
internal abstract record LastingFault(FaultKind Of, int? FromWeight) : RehearsalFault(Of)
{
    private protected sealed override string? Moment => FromWeight?.ToString(CultureInfo.InvariantCulture);

    /// <param name="weight">The new version's percent.</param>
    public bool IsThereAt(int weight) => FromWeight is not { } from || weight >= from;
}

/// <param name="Share">0..1 of the new version's answers are errors.</param>
internal sealed record ErrorsFault(double Share, int? FromWeight) : LastingFault(FaultKind.Errors, FromWeight)
{
    private protected override string Amount => (Share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}

/// <param name="More">On top of what every answer of the new version takes.</param>
internal sealed record LatencyFault(TimeSpan More, int? FromWeight) : LastingFault(FaultKind.Latency, FromWeight)
{
    private protected override string Amount => $"+{(long)More.TotalMilliseconds}ms";
}

internal sealed record CrashLoopFault() : RehearsalFault(FaultKind.CrashLoop);

/// <param name="Takes">From its start until the new version answers.</param>
internal sealed record SlowStartFault(TimeSpan Takes) : RehearsalFault(FaultKind.SlowStart)
{
    private protected override string Amount => PlanText.Of(Takes);
}

internal sealed record BadHealthFault(int? FromWeight) : LastingFault(FaultKind.BadHealth, FromWeight);

internal sealed record MemoryLeakFault(int? FromWeight) : LastingFault(FaultKind.MemoryLeak, FromWeight);

internal sealed record NoMetricsFault(int? FromWeight) : LastingFault(FaultKind.NoMetrics, FromWeight);

internal sealed record AzureThrottlesFault(int? FromWeight) : LastingFault(FaultKind.AzureThrottles, FromWeight);

internal sealed record AzureConflictsFault(int? FromWeight) : LastingFault(FaultKind.AzureConflicts, FromWeight);

/// <param name="For">From the moment on in which it begins.</param>
internal sealed record AzureDownFault(TimeSpan For, int? FromWeight) : LastingFault(FaultKind.AzureDown, FromWeight)
{
    private protected override string Amount => PlanText.Of(For);
}

internal sealed record KillEngineFault(KillMoment At) : RehearsalFault(FaultKind.KillEngine)
{
    private protected override string Moment => At.Text;
}

internal sealed record DatabaseSlowFault(int? FromWeight) : LastingFault(FaultKind.DatabaseSlow, FromWeight);

internal sealed record ConfigConflictFault(int? FromWeight) : LastingFault(FaultKind.ConfigConflict, FromWeight);
