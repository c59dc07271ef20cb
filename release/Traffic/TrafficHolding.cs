using ReleaseInfra.Cli.Azure.ContainerApps;

namespace ReleaseInfra.Cli.Traffic;

/// <param name="Weight">Percent, of all its rows.</param>
/// <param name="Labels">By name, with a comma between; empty for none.</param>
internal sealed record TrafficHolding(int Weight, string Labels)
{
    public static readonly TrafficHolding Nothing = new(0, "");

    public static TrafficHolding Of(IEnumerable<TrafficEntry> rows)
    {
        TrafficEntry[] all = [.. rows];
        var labels = all.Select(row => row.Label).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new TrafficHolding(all.Sum(row => row.Weight), string.Join(", ", labels));
    }

    public override string ToString() => Labels.Length == 0 ? $"{Weight} %" : $"{Weight} % ({Labels})";
}

internal sealed record TrafficDifference(string Target, TrafficHolding Here, TrafficHolding There)
{
    /// <summary>As in <c>web--v2 has 50 % (green), not 10 % (green)</c>.</summary>
    public override string ToString() => $"{Target} has {Here}, not {There}";
}
