namespace ReleaseInfra.Rehearsal.Load;

/// <summary>64 steps for each doubling, so that a percentile is at most 1.6% too high. Any number of threads add to it.</summary>
internal sealed class LatencyHistogram
{
    /// <summary>Some 19 hours; what is longer counts as that.</summary>
    private const long LongestMicroseconds = (1L << 36) - 1;

    private static readonly LogLinearSteps Steps = new(Bits: 6);

    private readonly long[] _counts = new long[Steps.IndexOf(LongestMicroseconds) + 1];
    private long _longestTicks;

    public TimeSpan Longest => new(Interlocked.Read(ref _longestTicks));

    public void Add(TimeSpan latency)
    {
        var microseconds = Math.Clamp((long)Math.Ceiling(latency.TotalMicroseconds), 0, LongestMicroseconds);
        Interlocked.Increment(ref _counts[Steps.IndexOf(microseconds)]);
        InterlockedMax.Raise(ref _longestTicks, latency.Ticks);
    }

    /// <param name="shares">0 to 1, rising.</param>
    /// <returns>For each, what that share of the latencies does not exceed; zero while there is none.</returns>
    public TimeSpan[] Percentiles(params ReadOnlySpan<double> shares)
    {
        // Counted from one copy: others go on adding.
        var counts = new long[_counts.Length];
        for (var index = 0; index < counts.Length; index++)
            counts[index] = Volatile.Read(ref _counts[index]);
        var total = counts.Sum();
        var found = new TimeSpan[shares.Length];
        var (below, next) = (0L, 0);
        for (var index = 0; index < counts.Length && next < shares.Length; index++)
        {
            below += counts[index];
            while (next < shares.Length && total > 0 && below >= Math.Max(1, Math.Ceiling(shares[next] * total)))
                found[next++] = Shorter(TimeSpan.FromMicroseconds(Steps.HighestOf(index)), Longest);
        }

        return found;
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
