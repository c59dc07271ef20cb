using System.Collections.Immutable;

namespace ReleaseInfra.Cli.Simulate.Figures;

/// <summary>Numbers that were measured once in each of some releases.</summary>
internal sealed class Distribution
{
    private readonly ImmutableArray<double> _sorted;

    private Distribution(ImmutableArray<double> sorted) => _sorted = sorted;

    public int Count => _sorted.Length;

    /// <summary>Null where nothing was measured.</summary>
    public double? Mean => _sorted.IsEmpty ? null : _sorted.Sum() / _sorted.Length;

    public static Distribution Of(IEnumerable<double> numbers) => new([.. numbers.Order()]);

    /// <summary>The least number that at least so many are not above; null where nothing was measured.</summary>
    /// <param name="percent">1..100.</param>
    public double? Percentile(int percent) => _sorted.IsEmpty
        ? null
        : _sorted[Math.Max(0, (int)Math.Ceiling(_sorted.Length * percent / 100.0) - 1)];
}
