namespace ReleaseInfra.Cli.Simulate.Draws;

/// <summary>Numbers that look random and follow from a seed alone (xoshiro256**, seeded by SplitMix64).</summary>
internal sealed class SeededDraws
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;
    private double? _spare;

    public SeededDraws(ulong seed)
    {
        var state = seed;
        (_a, _b, _c, _d) = (Mixed(ref state), Mixed(ref state), Mixed(ref state), Mixed(ref state));
    }

    /// <summary>Of its own for each part: what one of them draws changes nothing for the others.</summary>
    public static SeededDraws For(ulong seed, string part)
    {
        // FNV-1a: a string's own hash differs from one process to the next.
        var hash = 14695981039346656037UL;
        foreach (var character in part)
            hash = (hash ^ character) * 1099511628211UL;
        return new SeededDraws(seed ^ hash);
    }

    /// <summary>At least 0, below 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double share) => Share() < share;

    /// <summary>Mean 0, deviation 1.</summary>
    public double Normal()
    {
        if (_spare is { } spare)
        {
            _spare = null;
            return spare;
        }

        double x, y, square;
        do
        {
            (x, y) = ((2 * Share()) - 1, (2 * Share()) - 1);
            square = (x * x) + (y * y);
        }
        while (square is >= 1 or 0);
        var factor = Math.Sqrt(-2 * Math.Log(square) / square);
        _spare = y * factor;
        return x * factor;
    }

    /// <summary>As durations are: mostly near the median, and now and then far above it.</summary>
    /// <param name="spread">Deviation of the logarithm; 0.5 has one in twenty above 2.3 times the median.</param>
    public double Around(double median, double spread) => median * Math.Exp(spread * Normal());

    /// <inheritdoc cref="Around(double, double)"/>
    public TimeSpan Around(TimeSpan median, double spread) => TimeSpan.FromMilliseconds(Math.Round(Around(median.TotalMilliseconds, spread)));

    public TimeSpan Between(TimeSpan least, TimeSpan most) =>
        TimeSpan.FromMilliseconds(Math.Round(least.TotalMilliseconds + (Share() * (most - least).TotalMilliseconds)));

    private ulong Next()
    {
        var result = ulong.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = ulong.RotateLeft(_d, 45);
        return result;
    }

    private static ulong Mixed(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
