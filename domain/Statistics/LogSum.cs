namespace ReleaseInfra.Domain.Statistics;

internal static class LogSum
{
    /// <summary>The logarithm of a sum whose terms are given as logarithms; nothing overflows on the way.</summary>
    public static double Of(ReadOnlySpan<double> logarithms)
    {
        var largest = double.NegativeInfinity;
        foreach (var logarithm in logarithms)
            largest = Math.Max(largest, logarithm);
        if (double.IsNegativeInfinity(largest))
            return largest;
        var sum = 0.0;
        foreach (var logarithm in logarithms)
            sum += Math.Exp(logarithm - largest);
        return largest + Math.Log(sum);
    }
}
