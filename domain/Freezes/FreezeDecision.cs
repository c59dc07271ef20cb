using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Freezes;

public abstract record FreezeDecision
{
    private protected FreezeDecision()
    {
    }
}

/// <summary>It ends, way back included, before the next freeze; or it is urgent.</summary>
/// <param name="Skipped">The freezes that an urgent release goes through; for the journal.</param>
public sealed record Clear(ImmutableArray<FrozenSpan> Skipped) : FreezeDecision;

/// <summary>It would not end in time.</summary>
/// <param name="By">The first freeze in the way.</param>
/// <param name="NextStart">When it would fit; null where no gap between two freezes is long enough.</param>
public sealed record Frozen(FrozenSpan By, DateTimeOffset? NextStart) : FreezeDecision;
