namespace ReleaseInfra.Domain.Plans;

/// <summary>What one step can learn about one service.</summary>
/// <param name="NewRequests">Expected to the new version within the bake.</param>
/// <param name="Chance">
/// To see the stated regression beside the old version, even if it begins only with this step; null at 100 %, where there is
/// nothing to compare with.
/// </param>
/// <param name="Blindness">Null where the step learns enough.</param>
/// <param name="AtRisk">The stated regression, unseen to the end of the step, and the way back.</param>
/// <param name="Words">One sentence.</param>
public sealed record StepEvidence(
    string Service,
    double NewRequests,
    double? Chance,
    Blindness? Blindness,
    AtRisk AtRisk,
    string Words);

/// <summary>Three ways to let a step see; each alone is enough.</summary>
/// <param name="Bake">At the step's weight; null where no bake that is worth waiting for does.</param>
/// <param name="Weight">At the step's bake; null where no weight up to 50 does.</param>
/// <param name="RequestsPerSecond">Synthetic ones to both versions, by weight, beside those expected; null as for the bake.</param>
public sealed record Blindness(TimeSpan? Bake, int? Weight, double? RequestsPerSecond);
