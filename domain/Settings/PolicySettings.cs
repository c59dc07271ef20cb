using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Settings;

/// <summary>How traffic moves to a new version, and what makes it move back.</summary>
public sealed record RolloutSettings
{
    /// <summary>Percent of traffic on the new version: rising, the last one 100.</summary>
    public required ImmutableArray<StepSettings> Steps { get; init; }

    /// <summary>Of a step that does not say its own.</summary>
    public required TimeSpan Bake { get; init; }

    /// <summary>Whether the way back is walked once, with 1 % of the traffic, before the first step.</summary>
    public bool Drill { get; init; } = true;

    public required HealthLimits RollBackAt { get; init; }

    public required HealthLimits WatchAt { get; init; }

    /// <summary>After full cut-over.</summary>
    public required TimeSpan Watch { get; init; }

    /// <summary>In a row.</summary>
    public required int FailedHealthChecks { get; init; }

    /// <summary>Below it a verdict is inconclusive, whatever was measured.</summary>
    public required EvidenceFloor Evidence { get; init; }

    public required RolloutDeadlines Deadlines { get; init; }

    /// <summary>By service; a plan can say nothing about the steps of one that is not in it.</summary>
    public ImmutableSortedDictionary<string, ExpectedTrafficSettings> Expected { get; init; } =
        ImmutableSortedDictionary.Create<string, ExpectedTrafficSettings>(StringComparer.Ordinal);

    public GateSettings Gates { get; init; } = GateSettings.Usual;

    public RegressionSettings Regression { get; init; } = RegressionSettings.Usual;
}

/// <param name="Weight">Percent of the traffic on the new version, 1..100.</param>
/// <param name="Bake">Null for that of the rollout.</param>
/// <param name="NeedsApproval">Before the weight is set.</param>
public sealed record StepSettings(int Weight, TimeSpan? Bake = null, bool NeedsApproval = false);

/// <summary>What a service is asked while it is released, all versions together.</summary>
/// <param name="ErrorRatePercent">Of the version that runs.</param>
public sealed record ExpectedTrafficSettings(decimal RequestsPerSecond, decimal ErrorRatePercent);

/// <summary>What every step must be able to see.</summary>
/// <param name="ErrorRatePercent">Of the new version. Worse is seen sooner; better may pass.</param>
/// <param name="ChancePercent">To see it within a step.</param>
/// <param name="AlphaPercent">The chance that a sound release is called worse, over all its services, looks and steps.</param>
public sealed record RegressionSettings(decimal ErrorRatePercent, int ChancePercent, decimal AlphaPercent)
{
    public static RegressionSettings Usual { get; } = new(5, 90, 5);
}

public sealed record HealthLimits(decimal ErrorRatePercent, int P95Milliseconds);

public sealed record EvidenceFloor(int Samples, int Requests);

/// <param name="RollBack">From the decision to the old version serving.</param>
public sealed record RolloutDeadlines(TimeSpan Health, TimeSpan Smoke, TimeSpan Metrics, TimeSpan RollBack);

/// <summary>When no release starts. A rollback is never frozen.</summary>
/// <param name="TimeZone">IANA name.</param>
/// <param name="AfterIncident">From the end of a major incident.</param>
public sealed record FreezeSettings(
    string TimeZone,
    ImmutableArray<WeeklyFreeze> Weekly,
    ImmutableArray<NamedFreeze> Periods,
    TimeSpan AfterIncident)
{
    /// <summary>The end of the last major incident; null where there was none.</summary>
    public DateTimeOffset? IncidentEnded { get; init; }
}

/// <param name="From">Local time; a window whose end is not after its start ends on the next day.</param>
public sealed record WeeklyFreeze(string Name, ImmutableArray<DayOfWeek> Days, TimeOnly From, TimeOnly To);

/// <param name="From">First frozen day.</param>
/// <param name="To">Last frozen day.</param>
public sealed record NamedFreeze(string Name, DateOnly From, DateOnly To);

/// <param name="Required">People other than the one who releases; 0 for none.</param>
/// <param name="ValidFor">From an approval to the moment at which it counts no more.</param>
public sealed record ApprovalSettings(int Required, ImmutableArray<string> Approvers, TimeSpan ValidFor);
