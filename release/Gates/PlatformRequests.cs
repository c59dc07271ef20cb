using System.Collections.Immutable;
using System.Globalization;
using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Cli.Azure.Observability;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Cli.Gates;

/// <summary>Requests as the ingress counted them. Answers of 500 and more are failures, and so is what has no usual status.</summary>
internal sealed class PlatformRequests(IMetrics metrics, AzureId app, OwnRequests own) : IRequestSource
{
    private const string Revision = "revisionName";
    private const string Category = "statusCodeCategory";

    private static readonly string[] Answered = ["1xx", "2xx", "3xx", "4xx"];

    public async Task<Reading<RequestBatch>> ReadAsync(Window window, DateTimeOffset now, CancellationToken cancellation)
    {
        // Beyond the window, to see that the data have gone on past its end.
        var query = new MetricQuery("Requests", "Total", window.From, WindowTerms.FirstAfter(now), WindowTerms.Grain, Revision, Category);
        try
        {
            return Read(await metrics.QueryAsync(app, query, cancellation), window, now);
        }
        catch (AzureFailure failure)
        {
            return new Unreadable<RequestBatch>(failure.Message.TrimEnd('.'));
        }
    }

    private Reading<RequestBatch> Read(MetricAnswer answer, Window window, DateTimeOffset now)
    {
        if (answer is not MetricData data)
            return new NothingMeasured<RequestBatch>($"Azure has no requests {window}");
        MetricPoint[] points = [.. data.Series.SelectMany(series => series.Points)];
        if (points.Where(point => !IsCount(point.Value)).Select(point => point.Value).ToArray() is [var wrong, ..])
            return new Unreadable<RequestBatch>(string.Create(CultureInfo.InvariantCulture, $"a count of requests is {wrong}"));

        // The newest minute may be half there: the batch ends before it.
        var newest = points.Max(point => point.Start);
        var closed = window with { Until = newest < window.Until ? newest : window.Until };
        if (closed.Until <= closed.From)
            return new NothingMeasured<RequestBatch>($"Azure has nothing newer than {newest.UtcDateTime:HH:mm:ss} UTC");
        return BatchReading.Of(new RequestBatch(closed.From, closed.Until, Count(data, closed)), newest, now);
    }

    private ImmutableSortedDictionary<string, Tally> Count(MetricData data, Window window) => data.Series
        .Where(series => series.Points.Any(point => window.Holds(point.Start)))
        .GroupBy(series => series.Dimensions.GetValueOrDefault(Revision, ""), StringComparer.OrdinalIgnoreCase)
        .ToImmutableSortedDictionary(
            revision => revision.Key,
            revision => own.Without(
                revision.Aggregate(default(Tally), (sum, series) => sum + Count(series, window)), revision.Key, window),
            StringComparer.OrdinalIgnoreCase);

    private static Tally Count(MetricSeries series, Window window)
    {
        var requests = (long)Math.Round(series.Points.Where(point => window.Holds(point.Start)).Sum(point => point.Value));
        var hasFailed = !Answered.Contains(series.Dimensions.GetValueOrDefault(Category, ""), StringComparer.OrdinalIgnoreCase);
        return new Tally(requests, hasFailed ? requests : 0);
    }

    private static bool IsCount(double value) => double.IsFinite(value) && value >= 0;
}
