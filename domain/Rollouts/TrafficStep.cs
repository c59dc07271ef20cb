namespace ReleaseInfra.Domain.Rollouts;

/// <param name="Weight">Percent of the traffic on the new version, 1..100.</param>
/// <param name="Bake">How long the weight must hold before the gates may pass.</param>
/// <param name="NeedsApproval">Before the weight is set.</param>
public sealed record TrafficStep(int Weight, TimeSpan Bake, bool NeedsApproval = false);
