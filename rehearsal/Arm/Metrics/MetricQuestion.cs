using System.Globalization;
using System.Xml;
using ReleaseInfra.Rehearsal.Arm.Http;

namespace ReleaseInfra.Rehearsal.Arm.Metrics;

/// <summary>A metrics call's query string, read.</summary>
/// <param name="From">Together with <paramref name="To"/> on whole intervals, as Azure widens them.</param>
/// <param name="Top">Series at most, for each metric.</param>
internal sealed record MetricQuestion(
    DateTimeOffset From,
    DateTimeOffset To,
    TimeSpan Interval,
    string[] Metrics,
    string[] Aggregations,
    DimensionFilter Filter,
    bool ValidatesDimensions,
    int Top)
{
    private static readonly string[] Known = ["Average", "Count", "Maximum", "Minimum", "Total"];

    private static readonly TimeSpan[] Grains =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromDays(1),
    ];

    /// <param name="now">The end of a query that states no time; it begins an hour before.</param>
    /// <exception cref="ArmRefusal">Something is not of its form.</exception>
    public static MetricQuestion Read(ArmRequest request, DateTimeOffset now)
    {
        var interval = Grain(request.Query("interval") ?? "PT1M");
        var (from, to) = Span(request.Query("timespan"), now);
        var filter = request.Query("$filter");
        return new MetricQuestion(
            Floor(from, interval),
            to,
            interval,
            List(request.Query("metricnames")),
            [.. List(request.Query("aggregation")).Select(Aggregation)],
            DimensionFilter.Parse(filter) ?? throw Refuse($"The filter '{filter}' is invalid. It takes: name eq 'value', joined by 'and', and by 'or' for one name."),
            ValidatesDimensions: !"false".Equals(request.Query("validatedimensions"), StringComparison.OrdinalIgnoreCase),
            Top: int.TryParse(request.Query("top"), NumberStyles.None, CultureInfo.InvariantCulture, out var top) ? top : 10);
    }

    public DateTimeOffset BucketOf(DateTimeOffset time) => Floor(time, Interval);

    private static DateTimeOffset Floor(DateTimeOffset time, TimeSpan interval) =>
        new(time.UtcTicks - (time.UtcTicks % interval.Ticks), TimeSpan.Zero);

    private static TimeSpan Grain(string text)
    {
        try
        {
            var interval = XmlConvert.ToTimeSpan(text);
            if (Grains.Contains(interval))
                return interval;
        }
        catch (FormatException)
        {
            // Told below, with what is taken.
        }

        throw Refuse($"Detected invalid time grain input: {text}. It takes: {string.Join(",", Grains.Select(XmlConvert.ToString))}");
    }

    private static (DateTimeOffset From, DateTimeOffset To) Span(string? text, DateTimeOffset now)
    {
        if (text is null)
            return (now.AddHours(-1), now);
        if (text.Split('/') is [var start, var end] && Time(start) is { } from && Time(end) is { } to && from < to)
            return (from, to);

        throw Refuse($"The timespan '{text}' is invalid. It takes start/end, two ISO 8601 times of which the first is the earlier one.");
    }

    private static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static string Aggregation(string text) =>
        Known.FirstOrDefault(known => known.Equals(text, StringComparison.OrdinalIgnoreCase))
        ?? throw Refuse($"The aggregation '{text}' is invalid. It takes: {string.Join(",", Known)}");

    private static string[] List(string? text) =>
        text?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static ArmRefusal Refuse(string message) => new(MetricErrors.BadRequest(message));
}
