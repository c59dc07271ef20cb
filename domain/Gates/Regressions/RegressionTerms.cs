using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Domain.Gates.Regressions;

/// <summary>When the new version is called worse than the old one.</summary>
public sealed record RegressionTerms
{
    /// <param name="alpha">The chance that a sound release is called worse, over all its looks and steps; between 0 and 1.</param>
    /// <param name="tolerance">A difference of the failure rates, 0..1, up to which no evidence is a reason to go back.</param>
    public RegressionTerms(double alpha = 0.05, double tolerance = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(alpha, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(alpha, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(tolerance);
        (Alpha, Tolerance) = (alpha, tolerance);
    }

    public double Alpha { get; }

    public double Tolerance { get; }

    /// <summary>As much money as the player must come to.</summary>
    public double Threshold => 1 / Alpha;

    public static RegressionTerms Of(RegressionSettings settings) => new((double)settings.AlphaPercent / 100);

    /// <summary>The terms of each service of a group, so that the group as a whole keeps the chance.</summary>
    public RegressionTerms SharedBy(int services)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(services, 1);
        return new RegressionTerms(Alpha / services, Tolerance);
    }
}
