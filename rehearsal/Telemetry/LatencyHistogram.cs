using System.Numerics;

namespace ReleaseInfra.Rehearsal.Telemetry;

/// <summary>How long requests took, in bounded space: 16 steps to each doubling, so that a percentile is off by 6 % at most.</summary>
/// <remarks>Not for several threads at once.</remarks>
public sealed class LatencyHistogram
{
    private const int Steps = 16;
    private const int StepBits = 4;

    /// <summary>In microseconds; up to 2^40 of them, which is 12 days.</summary>
    private readonly int[] _counts = new int[Steps * 38];

    public long Count { get; private set; }

    public void Add(TimeSpan took)
    {
        _counts[Math.Min(StepOf((long)took.TotalMicroseconds), _counts.Length - 1)]++;
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
        return TimeSpan.FromMicroseconds(UpperEnd(step));
    }

    private static int StepOf(long microseconds)
    {
        if (microseconds < Steps)
            return (int)Math.Max(0, microseconds);
        var doubling = BitOperations.Log2((ulong)microseconds) - StepBits;
        return (doubling * Steps) + (int)(microseconds >> doubling);
    }

    private static long UpperEnd(int step)
    {
        if (step < Steps)
            return step;
        var doubling = (step / Steps) - 1;
        return ((long)((step % Steps) + Steps + 1) << doubling) - 1;
    }
}
