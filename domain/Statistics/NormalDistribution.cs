namespace ReleaseInfra.Domain.Statistics;

internal static class NormalDistribution
{
    private const double TailBegins = 0.02425;

    private static readonly double[] CentreAbove =
        [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.3577518672690, -30.66479806614716, 2.506628277459239];

    private static readonly double[] CentreBelow =
        [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1];

    private static readonly double[] TailAbove =
    [
        -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783,
    ];

    private static readonly double[] TailBelow =
        [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1];

    /// <summary>The z below which the probability lies; by P. J. Acklam's rational approximation, to nine digits.</summary>
    /// <param name="probability">Between 0 and 1, both excluded.</param>
    public static double Quantile(double probability)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        if (probability < TailBegins)
            return Tail(probability);
        if (probability > 1 - TailBegins)
            return -Tail(1 - probability);
        var offset = probability - 0.5;
        return offset * Polynomial(CentreAbove, offset * offset) / Polynomial(CentreBelow, offset * offset);
    }

    private static double Tail(double probability)
    {
        var depth = Math.Sqrt(-2 * Math.Log(probability));
        return Polynomial(TailAbove, depth) / Polynomial(TailBelow, depth);
    }

    private static double Polynomial(double[] coefficients, double at) =>
        coefficients.Aggregate(0.0, (sum, coefficient) => (sum * at) + coefficient);
}
