using System.Collections.Immutable;
using ReleaseInfra.Domain.Freezes;
using ReleaseInfra.Domain.Plans;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Plans;

/// <summary>What became of planning a release.</summary>
internal abstract record PlanOutcome
{
    private protected PlanOutcome()
    {
    }
}

/// <param name="Environment">As it would be after the release's first change.</param>
internal sealed record PlanMade(ReleasePlan Plan, ReleaseBegins Begins, EnvironmentSettings Environment) : PlanOutcome
{
    /// <summary>How a command ends that does no more than plan.</summary>
    public ExitCode Code => Plan switch
    {
        { Freeze: Frozen } => ExitCode.Frozen,
        { Problems: [] } => ExitCode.Done,
        _ => ExitCode.Configuration,
    };
}

/// <summary>Every service that was asked for serves the version already.</summary>
internal sealed record NothingToPlan : PlanOutcome;

/// <summary>The configuration, as it is or as it would be, has problems.</summary>
internal sealed record PlanRefused(ImmutableArray<Problem> Problems) : PlanOutcome;
