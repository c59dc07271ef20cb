using ReleaseInfra.Domain.Gates.Regressions;

namespace ReleaseInfra.Domain.Journal.Numbers;

/// <summary>What the comparison of a service's versions has seen in a release; it is never forgotten between steps.</summary>
/// <param name="Test">The new version against the old one, or against the baseline where there is one.</param>
/// <param name="Control">The baseline against the old version.</param>
public sealed record Comparison(RegressionTest Test, RegressionTest Control)
{
    public static Comparison None { get; } = new(RegressionTest.Begin, RegressionTest.Begin);

    internal Comparison Renew() => new(Test.Renew(), Control.Renew());
}
