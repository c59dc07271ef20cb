using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Proofs;

/// <summary>Whether a step may be taken: only where the way back is proved.</summary>
public abstract record ProofDecision
{
    private protected ProofDecision()
    {
    }
}

/// <param name="Facts">A sentence each.</param>
public sealed record RollbackProved(ImmutableArray<string> Facts) : ProofDecision
{
    public bool Equals(RollbackProved? other) => other is not null && Facts.SequenceEqual(other.Facts);

    public override int GetHashCode() => Facts.Length;
}

/// <param name="Gaps">At least one; every fact that is wrong or not known.</param>
public sealed record RollbackUnproved(ImmutableArray<ProofGap> Gaps) : ProofDecision
{
    public string Message => $"There is no proof that a rollback would work: {string.Join(' ', Gaps.Select(gap => gap.Message))}";

    public bool Equals(RollbackUnproved? other) => other is not null && Gaps.SequenceEqual(other.Gaps);

    public override int GetHashCode() => Gaps.Length;
}

/// <summary>A fact that is no proof.</summary>
public abstract record ProofGap
{
    private protected ProofGap(string message) => Message = message;

    /// <summary>One sentence.</summary>
    public string Message { get; }
}

/// <summary>It is not as it must be: somebody has to put it right.</summary>
public sealed record Missing : ProofGap
{
    public Missing(string message)
        : base(message)
    {
    }
}

/// <summary>It may be as it must be, and nobody can tell.</summary>
public sealed record Unknown : ProofGap
{
    public Unknown(string message)
        : base(message)
    {
    }
}
