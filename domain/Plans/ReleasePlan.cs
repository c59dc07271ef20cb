using System.Collections.Immutable;
using ReleaseInfra.Domain.Freezes;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Domain.Plans;

/// <summary>A release as a value: what would be done, and what is predicted of it. A dry run and the real one share it.</summary>
public sealed record ReleasePlan
{
    public required StackName Stack { get; init; }

    public required ReleaseKind Kind { get; init; }

    /// <summary>With the bakes of the release's kind.</summary>
    public required RolloutCourse Course { get; init; }

    public required ImmutableArray<PlannedVersion> Versions { get; init; }

    public required ImmutableArray<PlanStep> Steps { get; init; }

    /// <summary>64 hexadecimal digits, of what would be done; not of what is predicted, which another minute changes.</summary>
    public required string Hash { get; init; }

    /// <summary>Until the last bake is over; the watch comes after it.</summary>
    public required TimeSpan Duration { get; init; }

    public required DateTimeOffset End { get; init; }

    /// <summary>Of the whole group, from any moment.</summary>
    public required TimeSpan RollBack { get; init; }

    public required FreezeDecision Freeze { get; init; }

    /// <summary>What should be put right before the plan is carried out.</summary>
    public required ImmutableArray<Problem> Problems { get; init; }
}
