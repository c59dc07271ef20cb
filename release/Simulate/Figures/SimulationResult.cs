using System.Collections.Immutable;
using ReleaseInfra.Cli.Rehearse.Faults;

namespace ReleaseInfra.Cli.Simulate.Figures;

/// <param name="Rows">By policy, and within it by fault; the sound releases first.</param>
internal sealed record SimulationResult(SimulationRequest Request, ImmutableArray<SimulationRow> Rows);

/// <summary>All releases under one policy with one fault.</summary>
/// <param name="Fault">Null for sound releases.</param>
internal sealed record SimulationRow(SimulatedPolicy Policy, RehearsalFault? Fault, int Releases)
{
    public required ImmutableSortedDictionary<RehearsedEnding, int> Endings { get; init; }

    /// <summary>Seconds.</summary>
    public required Distribution Took { get; init; }

    /// <inheritdoc cref="Took"/>
    public required Distribution Detected { get; init; }

    /// <inheritdoc cref="Took"/>
    public required Distribution Returned { get; init; }

    public required Distribution Failed { get; init; }

    public required Distribution OutageMinutes { get; init; }

    /// <summary>Left or held although the new version was sound.</summary>
    public int FalseAborts => IsSound ? Releases - Endings.GetValueOrDefault(RehearsedEnding.Settled) : 0;

    /// <summary>Settled with a version that was not sound, or with nobody knowing.</summary>
    public int Misses => IsSound ? 0 : Endings.GetValueOrDefault(RehearsedEnding.Settled);

    private bool IsSound => Fault is null or { Kind.Ending: RehearsedEnding.Settled };

    public static SimulationRow Of(SimulatedPolicy policy, RehearsalFault? fault, ImmutableArray<ReleaseOutcome> outcomes) => new(policy, fault, outcomes.Length)
    {
        Endings = outcomes.CountBy(outcome => outcome.Ending).ToImmutableSortedDictionary(count => count.Key, count => count.Value),
        Took = Distribution.Of(outcomes.Select(outcome => outcome.Took.TotalSeconds)),
        Detected = Distribution.Of(outcomes.Select(outcome => outcome.Detected).OfType<TimeSpan>().Select(time => time.TotalSeconds)),
        Returned = Distribution.Of(outcomes.Select(outcome => outcome.Returned).OfType<TimeSpan>().Select(time => time.TotalSeconds)),
        Failed = Distribution.Of(outcomes.Select(outcome => (double)outcome.Failed)),
        OutageMinutes = Distribution.Of(outcomes.Select(outcome => (double)outcome.OutageMinutes)),
    };
}
