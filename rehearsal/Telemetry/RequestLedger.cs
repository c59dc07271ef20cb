using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using ReleaseInfra.Rehearsal.Arm.Metrics;
using ReleaseInfra.Rehearsal.Ingress;

namespace ReleaseInfra.Rehearsal.Telemetry;

/// <summary>Keeps what the ingress saw by minute and version, and tells it as Azure's metrics do.</summary>
/// <remarks>Requests count whatever host led them there: the app's, a revision's or a label's. The platform's probes pass no ingress.</remarks>
/// <param name="levels">What other metrics are at.</param>
/// <param name="isHealth">Whether a path is the health path of an app.</param>
public sealed class RequestLedger(TimeProvider time, MetricLevels levels, Func<string, string, bool> isHealth) : IRequestObserver, IMetricSource
{
    private const string Revision = "revisionName";
    private const string Status = "statusCode";
    private const string Category = "statusCodeCategory";

    private readonly ConcurrentDictionary<SeenKey, SeenMinute> _minutes = new();
    private long _hiddenSince;

    /// <summary>For whoever reports on the rehearsal.</summary>
    public SeenTraffic All => field ??= new SeenTraffic(_minutes, () => null);

    /// <summary>As Azure tells it.</summary>
    public SeenTraffic Told => field ??= new SeenTraffic(_minutes, () => HiddenSince);

    /// <summary>From the minute in which it is set on, nothing is told, until it is taken back.</summary>
    public bool Hidden
    {
        get => HiddenSince is not null;
        set => Interlocked.Exchange(ref _hiddenSince, value ? Minutes.Floor(time.GetUtcNow()).UtcTicks : 0);
    }

    private DateTimeOffset? HiddenSince => Interlocked.Read(ref _hiddenSince) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public void Saw(SeenRequest request) => _minutes
        .GetOrAdd(
            new SeenKey(request.App, request.Version, Minutes.Floor(request.At), isHealth(request.App, request.Path)),
            _ => new SeenMinute())
        .Add(request);

    Task<ImmutableArray<MetricSample>> IMetricSource.ReadAsync(MetricRange range, CancellationToken cancellation)
    {
        var told = HiddenSince is { } hidden && hidden < range.To ? range with { To = hidden } : range;
        return Task.FromResult<ImmutableArray<MetricSample>>(range.Metric switch
        {
            "Requests" => [.. AnswersOf(told).Select(Requests)],
            "ResponseTime" => [.. AnswersOf(told).Select(ResponseTime)],
            _ => levels.Read(told),
        });
    }

    Task<ImmutableArray<string>> IMetricSource.IndexedAsync(
        string resourceId, string metric, string dimension, CancellationToken cancellation) => Task.FromResult<ImmutableArray<string>>(
    [
        .. AnswersOf(new MetricRange(resourceId, metric, DateTimeOffset.MinValue, DateTimeOffset.MaxValue))
            .Select(answers => Requests(answers).Dimensions.GetValueOrDefault(dimension))
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ]);

    /// <summary>Those that no version answered are in none of Azure's metrics.</summary>
    private IEnumerable<Answers> AnswersOf(MetricRange range) =>
        from minute in Told.Of(range.ResourceId[(range.ResourceId.LastIndexOf('/') + 1)..], withHealth: true)
        where minute.Key.Minute >= range.From && minute.Key.Minute < range.To && minute.Key.Version.Length > 0
        from status in minute.Value.ByStatus()
        select new Answers(minute.Key, status.Key, status.Value);

    private static MetricSample Requests(Answers answers) => new(
        answers.Key.Minute,
        Alike(answers.Status).Add(Revision, answers.Key.Version),
        answers.Seen.Count,
        answers.Seen.Count,
        Minimum: 1,
        Maximum: 1);

    /// <summary>In milliseconds, and not by revision: Azure has no such dimension there.</summary>
    private static MetricSample ResponseTime(Answers answers) => new(
        answers.Key.Minute,
        Alike(answers.Status),
        answers.Seen.Took.TotalMilliseconds,
        answers.Seen.Count,
        answers.Seen.Shortest.TotalMilliseconds,
        answers.Seen.Longest.TotalMilliseconds);

    private static ImmutableSortedDictionary<string, string> Alike(int status) => ImmutableSortedDictionary<string, string>.Empty
        .Add(Status, status.ToString(CultureInfo.InvariantCulture))
        .Add(Category, $"{status / 100}xx");

    private sealed record Answers(SeenKey Key, int Status, SeenStatus Seen);
}
