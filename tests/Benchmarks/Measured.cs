using System.Globalization;

namespace ReleaseInfra.Benchmarks;

/// <param name="Seconds">Of whole processes, rising.</param>
internal sealed record Measured(string Name, double[] Seconds, long PeakBytes)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Name} | {Seconds.Length} | {Seconds[Seconds.Length / 2]:0.000} | {Seconds[0]:0.000} | {Seconds[^1]:0.000} | {PeakBytes / 1048576d:0} |");
}
