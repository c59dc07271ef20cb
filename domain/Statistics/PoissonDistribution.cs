namespace ReleaseInfra.Domain.Statistics;

internal static class PoissonDistribution
{
    private const double NegligibleDeviations = 8;

    /// <summary>The mean of a function of a Poisson count, up to chances that are too small to matter.</summary>
    public static double MeanOf(double expected, Func<int, double> value)
    {
        if (expected <= 0)
            return value(0);
        var reach = NegligibleDeviations * Math.Sqrt(expected) + NegligibleDeviations;
        var (first, last) = ((int)Math.Max(0, expected - reach), (int)(expected + reach));
        var (mean, total) = (0.0, 0.0);
        // From its own largest term downwards and upwards by ratios; the sum of the terms takes the place of their constant.
        var mode = (int)expected;
        var term = 1.0;
        for (var count = mode; count >= first; count--)
        {
            (mean, total) = (mean + (term * value(count)), total + term);
            term *= count / expected;
        }

        term = expected / (mode + 1);
        for (var count = mode + 1; count <= last; count++)
        {
            (mean, total) = (mean + (term * value(count)), total + term);
            term *= expected / (count + 1);
        }

        return mean / total;
    }
}
