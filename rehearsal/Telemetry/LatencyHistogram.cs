namespace ReleaseInfra.Rehearsal.Telemetry;

/// <summary>How long requests took, in bounded space: 16 steps to each doubling, so that a percentile is off by 6 % at most.</summary>
/// <remarks>Not for several threads at once.</remarks>
public sealed class LatencyHistogram
{
    /// <summary>In microseconds: 12 days, and what is longer counts as that.</summary>
    private const long Longest = (1L << 40) - 1;

    private static readonly LogLinearSteps Steps = new(Bits: 4);

    private readonly int[] _counts = new int[Steps.IndexOf(Longest) + 1];

    public long Count { get; private set; }

    public void Add(TimeSpan took)
    {
        _counts[Steps.IndexOf(Math.Clamp((long)took.TotalMicroseconds, 0, Longest))]++;
        Count++;
    }

    public void Add(LatencyHistogram other)
    {
        for (var step = 0; step < _counts.Length; step++)
            _counts[step] += other._counts[step];
        Count += other.Count;
    }

    /// <param name="percent">Above 0, up to 100.</param>
    /// <returns>The upper end of the step that it falls into; null without requests.</returns>
    public TimeSpan? Percentile(double percent)
    {
        if (Count == 0)
            return null;

        var rank = Math.Max(1, (long)Math.Ceiling(Count * percent / 100));
        var step = -1;
        for (var seen = 0L; seen < rank; seen += _counts[step])
            step++;
        return TimeSpan.FromMicroseconds(Steps.HighestOf(step));
    }
}
