using System.Collections.Immutable;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Rules;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Domain.Journal.Numbers;

/// <summary>What one measurement brought, with the limits that it was held against: all that its verdict follows from.</summary>
public abstract record GateNumbers
{
    private protected GateNumbers()
    {
    }

    /// <param name="before">Only the comparison of versions looks at more than one measurement.</param>
    public abstract Verdict Judge(Comparison before);

    /// <summary>What the comparison has seen with this measurement.</summary>
    public virtual Comparison After(Comparison before) => before;
}

public sealed record HealthNumbers(HealthAnswer Answer) : GateNumbers
{
    public override Verdict Judge(Comparison before) => HealthRule.Judge(Answer);
}

/// <param name="Tries">Of one look, such as one to each replica.</param>
public sealed record UnresponsiveNumbers(ImmutableArray<HealthAnswer> Tries) : GateNumbers
{
    public override Verdict Judge(Comparison before) => UnresponsiveRule.Judge(Tries);
}

public sealed record ErrorRateNumbers(Tally Requests, decimal LimitPercent, EvidenceFloor Floor) : GateNumbers
{
    public override Verdict Judge(Comparison before) => ErrorRateRule.Judge(Requests, LimitPercent, Floor);
}

public sealed record LatencyNumbers(LatencySample Sample, int LimitMilliseconds, EvidenceFloor Floor) : GateNumbers
{
    public override Verdict Judge(Comparison before) => LatencyRule.Judge(Sample, LimitMilliseconds, Floor);
}

public sealed record LevelNumbers(Level Level, double Limit) : GateNumbers
{
    public override Verdict Judge(Comparison before) => LevelRule.Judge(Level, Limit);
}

/// <summary>Judged elsewhere, such as by a webhook: there is nothing to judge again.</summary>
public sealed record GivenVerdict(Verdict Verdict) : GateNumbers
{
    public override Verdict Judge(Comparison before) => Verdict;
}
