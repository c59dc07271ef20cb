using System.Collections.Immutable;
using ReleaseInfra.Domain.Freezes;
using ReleaseInfra.Domain.Gates.Regressions;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Domain.Plans;

/// <summary>Everything that a plan follows from.</summary>
public sealed record PlanRequest
{
    public required StackName Stack { get; init; }

    public required ReleaseKind Kind { get; init; }

    /// <summary>As set; an urgent release's shorter bakes are applied by the plan.</summary>
    public required RolloutCourse Course { get; init; }

    /// <summary>One for each service of the course.</summary>
    public required ImmutableArray<PlannedVersion> Versions { get; init; }

    public required RolloutSettings Rollout { get; init; }

    /// <summary>By service of the course.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<SmokeTestSettings>> SmokeTests { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<SmokeTestSettings>>(StringComparer.Ordinal);

    public RegressionTerms Regressions { get; init; } = new();

    public required StatedRegression Regression { get; init; }

    /// <summary>By service. A weighed service that is not in it is a problem: nothing can be said about its steps.</summary>
    public required ImmutableSortedDictionary<string, ExpectedTraffic> Traffic { get; init; }

    public PredictedDurations Durations { get; init; } = new();

    public ErrorBudget Budget { get; init; } = ErrorBudget.Usual;

    public required FreezeCalendar Freezes { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required PlanPlaces Places { get; init; }
}

/// <summary>Where the settings stand that a plan's problems are about.</summary>
public sealed record PlanPlaces(Place Bake, Place RollBackDeadline, Place Freezes);
