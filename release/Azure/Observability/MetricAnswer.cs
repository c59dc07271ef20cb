using System.Collections.Immutable;

namespace ReleaseInfra.Cli.Azure.Observability;

internal abstract record MetricAnswer
{
    private protected MetricAnswer()
    {
    }

    /// <summary>The series with one value of a dimension; no data where there is none, which is not a series of zeros.</summary>
    public MetricAnswer Where(string dimension, string value)
    {
        if (this is not MetricData data)
            return this;
        var chosen = data.Series.Where(series => series.Has(dimension, value)).ToImmutableArray();
        return chosen is [] ? new NoMetricData() : new MetricData(chosen);
    }
}

/// <summary>Not zero: unknown.</summary>
internal sealed record NoMetricData : MetricAnswer;

/// <param name="Series">At least one, each with at least one point.</param>
internal sealed record MetricData(ImmutableArray<MetricSeries> Series) : MetricAnswer;

/// <param name="Points">In the order of time, without those that Azure has no value for.</param>
internal sealed record MetricSeries(ImmutableSortedDictionary<string, string> Dimensions, ImmutableArray<MetricPoint> Points)
{
    public bool Has(string dimension, string value) =>
        Dimensions.TryGetValue(dimension, out var found) && found.Equals(value, StringComparison.OrdinalIgnoreCase);
}

/// <param name="Start">Of the interval that the value is of.</param>
internal readonly record struct MetricPoint(DateTimeOffset Start, double Value);
