namespace ReleaseInfra.Rehearsal;

/// <summary>SplitMix64: any number of threads take from one sequence without waiting for each other.</summary>
internal sealed class SeededNumbers(int seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = (ulong)(uint)seed;

    /// <summary>From 0 up to, and never, 1.</summary>
    public double Next() => (Mixed(Interlocked.Add(ref _state, Step)) >> 11) * (1.0 / (1UL << 53));

    private static ulong Mixed(ulong state)
    {
        state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        state = (state ^ (state >> 27)) * 0x94D049BB133111EB;
        return state ^ (state >> 31);
    }
}
