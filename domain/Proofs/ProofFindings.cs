using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Proofs;

/// <summary>What one judgement has found so far.</summary>
internal sealed class ProofFindings
{
    private readonly ImmutableArray<string>.Builder _proved = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<ProofGap>.Builder _gaps = ImmutableArray.CreateBuilder<ProofGap>();

    public void Prove(string fact) => _proved.Add(fact);

    public void Doubt(string message) => _gaps.Add(new Unknown(message));

    public void Hold(bool holds, string fact, string otherwise)
    {
        if (holds)
            Prove(fact);
        else
            _gaps.Add(new Missing(otherwise));
    }

    /// <returns>Null where it is a gap, which is then noted.</returns>
    public T? Take<T>(Fact<T> fact, string absent, string notKnown)
        where T : class => Known(fact, absent, notKnown)?.Value;

    /// <inheritdoc cref="Take"/>
    public int? TakeCount(Fact<int> fact, string absent, string notKnown) => Known(fact, absent, notKnown)?.Value;

    public ProofDecision Decide() => _gaps.Count > 0
        ? new RollbackUnproved(_gaps.ToImmutable())
        : new RollbackProved(_proved.ToImmutable());

    private Known<T>? Known<T>(Fact<T> fact, string absent, string notKnown)
    {
        switch (fact)
        {
            case Known<T> known:
                return known;
            case Absent<T>:
                _gaps.Add(new Missing(absent));
                return null;
            case NotKnown<T> unknown:
                Doubt($"{notKnown}: {unknown.Why}.");
                return null;
            default:
                throw new ArgumentException($"Unknown fact {fact.GetType().Name}.", nameof(fact));
        }
    }
}
