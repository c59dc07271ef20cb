namespace ReleaseInfra.Domain.Releases;

/// <summary>What differs in one slot, or in a service without slots. What stays the same is null on both sides.</summary>
/// <param name="Slot">Null for a service without slots.</param>
public sealed record ReleaseChange(
    string Service,
    Slot? Slot,
    ImageTag? TagFrom,
    ImageTag? TagTo,
    int? WeightFrom,
    int? WeightTo,
    int? RevisionFrom,
    int? RevisionTo);
