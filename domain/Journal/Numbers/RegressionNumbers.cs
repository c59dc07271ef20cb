using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Regressions;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Domain.Journal.Numbers;

/// <summary>One closed batch of requests to both versions.</summary>
public abstract record RegressionNumbers : GateNumbers
{
    private protected RegressionNumbers(Tally old, Tally @new, bool renews, RegressionTerms terms, EvidenceFloor floor) =>
        (Old, New, Renews, Terms, Floor) = (old, @new, renews, terms, floor);

    public Tally Old { get; }

    public Tally New { get; }

    /// <summary>Whether it is the first of a step after the first; see <see cref="RegressionTest.Renew"/>.</summary>
    public bool Renews { get; }

    public RegressionTerms Terms { get; }

    public EvidenceFloor Floor { get; }

    public sealed override Comparison After(Comparison before) => Observe(Renews ? before.Renew() : before);

    private protected abstract Comparison Observe(Comparison before);
}

public sealed record OldAndNew(Tally Old, Tally New, bool Renews, RegressionTerms Terms, EvidenceFloor Floor)
    : RegressionNumbers(Old, New, Renews, Terms, Floor)
{
    public override Verdict Judge(Comparison before) => RegressionRule.Judge(After(before).Test, Terms, Floor);

    private protected override Comparison Observe(Comparison before) => before with { Test = before.Test.Observe(Old, New) };
}

/// <param name="Baseline">A second copy of the old version.</param>
public sealed record BaselineAndNew(Tally Old, Tally Baseline, Tally New, bool Renews, RegressionTerms Terms, EvidenceFloor Floor)
    : RegressionNumbers(Old, New, Renews, Terms, Floor)
{
    public override Verdict Judge(Comparison before)
    {
        var after = After(before);
        return RegressionRule.JudgeAgainstBaseline(after.Test, after.Control, Terms, Floor);
    }

    private protected override Comparison Observe(Comparison before) =>
        new(before.Test.Observe(Baseline, New), before.Control.Observe(Old, Baseline));
}
