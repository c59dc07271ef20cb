using System.Numerics;

namespace ReleaseInfra.Rehearsal.Load;

/// <summary>Log-linear: 64 steps for each doubling, so a step is at most 1.6% wide. Any number of threads add to it.</summary>
internal sealed class LatencyHistogram
{
    private const int StepBits = 6;
    private const int Steps = 1 << StepBits;

    /// <summary>Some 19 hours; what is longer counts as that.</summary>
    private const long LongestMicroseconds = (1L << 36) - 1;

    private readonly long[] _counts = new long[Index(LongestMicroseconds) + 1];
    private long _longestTicks;

    public TimeSpan Longest => new(Interlocked.Read(ref _longestTicks));

    public void Add(TimeSpan latency)
    {
        var microseconds = Math.Clamp((long)Math.Ceiling(latency.TotalMicroseconds), 0, LongestMicroseconds);
        Interlocked.Increment(ref _counts[Index(microseconds)]);
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
                found[next++] = Shorter(TimeSpan.FromMicroseconds(Highest(index)), Longest);
        }

        return found;
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    /// <summary>Up to 127 each number has a step of its own; from there on a step is as wide as its doubling's 64th part.</summary>
    private static int Index(long microseconds)
    {
        if (microseconds < 2 * Steps)
            return (int)microseconds;
        var shift = BitOperations.Log2((ulong)microseconds) - StepBits;
        return (shift << StepBits) + (int)(microseconds >> shift);
    }

    /// <returns>The highest number of the step, in microseconds.</returns>
    private static long Highest(int index)
    {
        if (index < 2 * Steps)
            return index;
        var shift = (index >> StepBits) - 1;
        return ((index - ((long)shift << StepBits) + 1) << shift) - 1;
    }
}
