namespace ReleaseInfra.Domain.Statistics;

/// <summary>Where a proportion probably is, given how often something happened.</summary>
/// <remarks>
/// The score interval of E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of
/// the American Statistical Association 22 (1927). It stays within 0 and 1, and it is honest for small counts and for none.
/// </remarks>
public readonly record struct WilsonInterval
{
    private WilsonInterval(double low, double high) => (Low, High) = (low, high);

    /// <summary>0..1.</summary>
    public double Low { get; }

    /// <summary>0..1.</summary>
    public double High { get; }

    /// <param name="confidence">Of both sides together, between 0 and 1, both excluded.</param>
    public static WilsonInterval Of(long happened, long trials, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(happened);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(happened, trials);
        if (trials == 0)
            return new WilsonInterval(0, 1);
        var z = NormalDistribution.Quantile((1 + confidence) / 2);
        var share = (double)happened / trials;
        var spread = z * z / trials;
        var middle = (share + (spread / 2)) / (1 + spread);
        var half = z * Math.Sqrt((share * (1 - share) / trials) + (spread / (4 * trials))) / (1 + spread);
        // Exact at the ends, where rounding would leave a crumb.
        return new WilsonInterval(
            happened == 0 ? 0 : Math.Max(0, middle - half),
            happened == trials ? 1 : Math.Min(1, middle + half));
    }

    public bool Holds(double share) => Low <= share && share <= High;
}
