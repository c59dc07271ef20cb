using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Cli.Azure.Resources;

namespace ReleaseInfra.Cli.Azure.Observability;

internal sealed class Metrics(AzureCalls calls) : IMetrics
{
    // Azure's own limit is ten series, and would drop the rest without a word.
    private const string MostSeries = "1000";

    public async Task<MetricAnswer> QueryAsync(AzureId resource, MetricQuery query, CancellationToken cancellation)
    {
        var answer = await calls.SendAsync(Request(resource, query), cancellation);
        var series = answer.Json().List("value")
            .SelectMany(metric => metric.ListOrNone("timeseries"))
            .Select(found => Series(found, query))
            .Where(found => found.Points is not [])
            .ToImmutableArray();
        return series is [] ? new NoMetricData() : new MetricData(series);
    }

    private static AzureRequest Request(AzureId resource, MetricQuery query)
    {
        var request = AzureRequest.Get($"{resource}/providers/Microsoft.Insights/metrics", ApiVersions.Metrics)
            .With("metricnames", query.Metric)
            .With("aggregation", query.Aggregation)
            .With("timespan", $"{Time(query.From)}/{Time(query.Until)}")
            .With("interval", XmlConvert.ToString(query.Interval));
        return query.Dimensions is []
            ? request
            : request
                .With("$filter", string.Join(" and ", query.Dimensions.Select(dimension => $"{dimension} eq '*'")))
                .With("top", MostSeries);
    }

    private static MetricSeries Series(WireJson series, MetricQuery query)
    {
        var aggregation = query.Aggregation.ToLowerInvariant();
        return new MetricSeries(
            series.ListOrNone("metadatavalues").ToImmutableSortedDictionary(
                value => value.Text("name", "value"), value => value.Text("value"), StringComparer.OrdinalIgnoreCase),
            [
                .. from point in series.ListOrNone("data")
                   // A point without the value is a time that nothing is known of.
                   let value = point.NumberOrNull(aggregation)
                   where value is not null
                   select new MetricPoint(StartOf(point), value.Value),
            ]);
    }

    private static DateTimeOffset StartOf(WireJson point) =>
        point.TimeOrNull("timeStamp") ?? throw new AzureUnexpectedAnswer(point.Call, "a point has no timeStamp.");

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
