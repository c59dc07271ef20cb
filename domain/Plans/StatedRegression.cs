namespace ReleaseInfra.Domain.Plans;

/// <summary>What every step must be able to see, and how surely.</summary>
public sealed record StatedRegression
{
    /// <param name="failureRate">Of the new version, 0..1. Worse is seen sooner; better may pass.</param>
    /// <param name="chance">To see it within a step, between 0 and 1, both excluded.</param>
    public StatedRegression(double failureRate, double chance = 0.9)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(failureRate, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(failureRate, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(chance, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(chance, 1);
        (FailureRate, Chance) = (failureRate, chance);
    }

    public double FailureRate { get; }

    public double Chance { get; }
}
