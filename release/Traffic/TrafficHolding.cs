using ReleaseInfra.Cli.Azure.ContainerApps;

namespace ReleaseInfra.Cli.Traffic;

/// <param name="Weight">Percent, of all its rows.</param>
/// <param name="Labels">By name, with a comma between; empty for none.</param>
internal sealed record TrafficHolding(int Weight, string Labels)
{
    public static readonly TrafficHolding Nothing = new(0, "");

    /// <param name="isIts">Whether a row is one of those that are held together.</param>
    public static TrafficHolding Of(ReadOnlySpan<TrafficEntry> rows, Func<TrafficEntry, bool> isIts)
    {
        var weight = 0;
        SortedSet<string>? labels = null;
        string? only = null;
        foreach (var row in rows)
        {
            if (!isIts(row))
                continue;
            weight += row.Weight;
            if (row.Label is null)
                continue;
            if (only is not null && only != row.Label)
                labels ??= new SortedSet<string>(StringComparer.Ordinal) { only };
            labels?.Add(row.Label);
            only ??= row.Label;
        }

        return new TrafficHolding(weight, labels is null ? only ?? "" : string.Join(", ", labels));
    }

    public override string ToString() => Labels.Length == 0 ? $"{Weight} %" : $"{Weight} % ({Labels})";
}

internal sealed record TrafficDifference(string Target, TrafficHolding Here, TrafficHolding There)
{
    /// <summary>As in <c>web--v2 has 50 % (green), not 10 % (green)</c>.</summary>
    public override string ToString() => $"{Target} has {Here}, not {There}";
}
