using System.Text.Json.Nodes;
using ReleaseInfra.Rehearsal.Arm.Wire;

namespace ReleaseInfra.Rehearsal.Arm.Metrics;

/// <summary>Samples as a metric query has them answered: one series for each combination of the dimensions that the filter names.</summary>
internal static class MetricSeries
{
    /// <summary>Without samples there is no series; an interval without samples has a time and no value.</summary>
    public static JsonArray Of(IEnumerable<MetricSample> samples, MetricQuestion question, string[] aggregations)
    {
        var series = samples
            .Where(question.Filter.Takes)
            .GroupBy(sample => string.Join('\n', question.Filter.Terms.Select(term => DimensionFilter.ValueOf(sample, term.Dimension))))
            .OrderByDescending(group => group.Sum(sample => sample.Total))
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Take(question.Top);
        return new JsonArray([.. series.Select(group => (JsonNode)One([.. group], question, aggregations))]);
    }

    private static JsonObject One(MetricSample[] samples, MetricQuestion question, string[] aggregations)
    {
        var points = samples.ToLookup(sample => question.BucketOf(sample.Time));
        var data = new JsonArray();
        for (var time = question.From; time < question.To; time += question.Interval)
            data.Add(Point(time, [.. points[time]], aggregations));

        return new JsonObject
        {
            // The service gives a dimension's name back in lower case.
            ["metadatavalues"] = new JsonArray([.. question.Filter.Terms.Select(term => new JsonObject
            {
                ["name"] = Name(term.Dimension.ToLowerInvariant()),
                ["value"] = DimensionFilter.ValueOf(samples[0], term.Dimension),
            })]),
            ["data"] = data,
        };
    }

    public static JsonObject Name(string name) => new() { ["value"] = name, ["localizedValue"] = name };

    private static JsonObject Point(DateTimeOffset time, MetricSample[] samples, string[] aggregations)
    {
        var point = new JsonObject { ["timeStamp"] = time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", null) };
        if (samples.Length == 0)
            return point;

        foreach (var aggregation in aggregations)
            point[aggregation.ToLowerInvariant()] = ToWire.Json(Value(aggregation, samples));
        return point;
    }

    private static double Value(string aggregation, MetricSample[] samples) => aggregation switch
    {
        "Total" => samples.Sum(sample => sample.Total),
        "Count" => samples.Sum(sample => sample.Count),
        "Average" => samples.Sum(sample => sample.Total) / samples.Sum(sample => sample.Count),
        "Minimum" => samples.Min(sample => sample.Minimum),
        "Maximum" => samples.Max(sample => sample.Maximum),
        _ => throw new InvalidOperationException($"'{aggregation}' is no aggregation."),
    };
}
