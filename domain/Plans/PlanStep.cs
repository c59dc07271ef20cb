using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Plans;

/// <param name="Name">The same words as in journal and terminal.</param>
/// <param name="Duration">Predicted.</param>
public abstract record PlanStep(string Name, TimeSpan Duration);

/// <summary>Work without traffic on the new version; the drill's 1 % is back at its end.</summary>
public sealed record WorkStep(string Name, TimeSpan Duration) : PlanStep(Name, Duration);

/// <param name="Duration">Shifting and baking.</param>
/// <param name="Evidence">By service, in the group's order; of those with traffic that is known.</param>
public sealed record WeightStep(
    string Name,
    TimeSpan Duration,
    int Weight,
    TimeSpan Bake,
    bool NeedsApproval,
    ImmutableArray<StepEvidence> Evidence) : PlanStep(Name, Duration);

/// <summary>After full cut-over; not part of the time that must fit before a freeze.</summary>
public sealed record WatchStep(string Name, TimeSpan Duration) : PlanStep(Name, Duration);
