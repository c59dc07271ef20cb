namespace ReleaseInfra.Domain.Tests.Statistics;

/// <summary>The same numbers on every machine and in every run: SplitMix64.</summary>
internal sealed class Draws(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Above 0, at most 1.</summary>
    public double Uniform()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (((mixed ^ (mixed >> 31)) >> 11) + 1) / (double)(1UL << 53);
    }

    /// <summary>Jumps from success to success, so that rare ones cost little.</summary>
    public long Binomial(long trials, double probability)
    {
        if (probability > 0.5)
            return trials - Binomial(trials, 1 - probability);
        if (probability <= 0)
            return 0;
        var (successes, position) = (0L, 0.0);
        while (true)
        {
            position += Math.Floor(Math.Log(Uniform()) / Math.Log(1 - probability)) + 1;
            if (position > trials)
                return successes;
            successes++;
        }
    }
}
