using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ReleaseInfra.Rehearsal;
using ReleaseInfra.Rehearsal.Arm.Logs;
using ReleaseInfra.Rehearsal.Arm.Metrics;
using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Release.Tests.Runs.Scenes;

/// <summary>
/// Visitors who are split by the weights, as Azure's metrics and logs tell of them. What a minute was is settled when it is first
/// asked for, by the weights of that time.
/// </summary>
internal sealed partial class SceneVisitors(
    Func<EmbeddedAzure> azure, Func<string, CancellationToken, Task<IEnumerable<(string Revision, int Weight)>>> site, Func<DateTimeOffset> now)
    : IMetricSource, ILogSource, IDisposable
{
    private readonly Dictionary<(string Resource, DateTimeOffset Minute), ImmutableArray<MetricSample>> _minutes = [];
    private readonly Dictionary<string, double> _owed = [];
    private readonly SemaphoreSlim _turn = new(1);

    public int PerMinute { get; set; } = 3000;

    /// <summary>Share of a revision's requests that fail, 0..1, at its weight.</summary>
    public Func<string, int, double> Failures { get; set; } = (_, _) => 0.002;

    public Func<string, double> P95 { get; set; } = _ => 180;

    /// <summary>The newest data that there are, seen from now; null for none at all.</summary>
    public Func<DateTimeOffset, DateTimeOffset?> Newest { get; set; } = time => time;

    public Func<string, double> Level { get; set; } = _ => 20;

    /// <summary>In the place of every answer of the logs.</summary>
    public LogAnswer? LogsInstead { get; set; }

    public async Task<ImmutableArray<MetricSample>> ReadAsync(MetricRange range, CancellationToken cancellation)
    {
        if (Newest(now()) is not { } newest)
            return [];
        var samples = ImmutableArray.CreateBuilder<MetricSample>();
        for (var minute = range.From; minute < range.To && minute <= newest; minute += TimeSpan.FromMinutes(1))
            samples.AddRange(range.Metric == "Requests" ? await MinuteAsync(range.ResourceId, minute, cancellation) : [Of(minute, range.Metric)]);
        return samples.ToImmutable();
    }

    public Task<ImmutableArray<string>> IndexedAsync(string resourceId, string metric, string dimension, CancellationToken cancellation) =>
        Task.FromResult(ImmutableArray<string>.Empty);

    public async Task<LogAnswer> QueryAsync(LogQuery query, CancellationToken cancellation)
    {
        if (LogsInstead is { } instead)
            return instead;
        if (Newest(now()) is not { } newest)
            return new LogsAbsent();
        var weights = await WeightsOfAsync(query.Query, cancellation);
        var asked = weights.Where(version => version.Weight > 0).ToArray();
        return query.Query.Contains("failures", StringComparison.Ordinal)
            ? Table(["revision string", "requests long", "failures long", "newest datetime", "closed datetime"], asked.Select(version => Counted(query.Query, version, newest)))
            : Table(["revision string", "requests long", "milliseconds real", "newest datetime"], asked.Select(version => Timed(version, newest)));
    }

    private JsonNode?[] Timed((string Revision, int Weight) version, DateTimeOffset newest) =>
        [version.Revision, (long)PerMinute * 5 * version.Weight / 100, Number(P95(version.Revision)), Moment(newest)];

    private JsonNode?[] Counted(string query, (string Revision, int Weight) version, DateTimeOffset newest)
    {
        // As asked for: from the window's beginning, which is the last time in the query but one, to its end.
        var times = Times().Matches(query).Select(time => DateTimeOffset.Parse(time.Groups[1].Value, CultureInfo.InvariantCulture)).ToArray();
        var (until, from) = (times[0], times[1]);
        var requests = (long)(PerMinute * (until - from).TotalMinutes * version.Weight / 100);
        var failures = (long)Math.Round(requests * Failures(version.Revision, version.Weight));
        return [version.Revision, requests, failures, Moment(newest), Moment(until)];
    }

    // As Kusto writes what is no number.
    private static JsonValue Number(double value) =>
        double.IsFinite(value) ? JsonValue.Create(value) : JsonValue.Create(value.ToString(CultureInfo.InvariantCulture));

    private static LogTables Table(string[] columns, IEnumerable<JsonNode?[]> rows) => new(
    [
        new LogTable(
            "PrimaryResult",
            [.. columns.Select(column => new LogColumn(column.Split(' ')[0], column.Split(' ')[1]))],
            [.. rows.Select(row => row.ToImmutableArray())]),
    ]);

    private static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("o", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"datetime\(([^)]+)\)")]
    private static partial Regex Times();

    public void Dispose() => _turn.Dispose();

    private async Task<ImmutableArray<MetricSample>> MinuteAsync(string resource, DateTimeOffset minute, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (!_minutes.TryGetValue((resource, minute), out var samples))
                _minutes[(resource, minute)] = samples = [.. await SplitAsync(resource, minute, cancellation)];
            return samples;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<IEnumerable<MetricSample>> SplitAsync(string resource, DateTimeOffset minute, CancellationToken cancellation)
    {
        var shares = await azure().ContainerApps.TrafficAsync(resource, cancellation);
        return shares.Where(share => share.Weight > 0).SelectMany(share =>
        {
            var asked = PerMinute * share.Weight / 100;
            // What is less than a request fails later, or few requests would fail more often than many.
            var owed = _owed.GetValueOrDefault(share.Revision) + (asked * Failures(share.Revision, share.Weight));
            var failed = (int)Math.Round(owed);
            _owed[share.Revision] = owed - failed;
            return new[] { Requests(minute, share.Revision, "2xx", asked - failed), Requests(minute, share.Revision, "5xx", failed) };
        });
    }

    private async Task<IEnumerable<(string Revision, int Weight)>> WeightsOfAsync(string query, CancellationToken cancellation)
    {
        foreach (var app in await AppsAsync(cancellation))
        {
            // By the role, which is the service's name: app-web-stg answers for 'web'.
            var name = app[(app.LastIndexOf('/') + 1)..];
            if (query.Contains($"'{name.Split('-')[1]}'", StringComparison.Ordinal))
                return (await azure().ContainerApps.TrafficAsync(app, cancellation)).Select(share => (share.Revision, share.Weight));
        }

        return await site(query, cancellation);
    }

    private async Task<IEnumerable<string>> AppsAsync(CancellationToken cancellation) =>
        (await azure().Resources.ListAsync($"/subscriptions/{AzureScope.SubscriptionId}", cancellation))
            .Where(resource => resource.Type == "azure-native:app:ContainerApp")
            .Select(resource => resource.Id);

    private MetricSample Of(DateTimeOffset minute, string metric) =>
        new(minute, ImmutableSortedDictionary<string, string>.Empty, Level(metric), 1, Level(metric), Level(metric));

    private static MetricSample Requests(DateTimeOffset minute, string revision, string category, int count) => new(
        minute,
        ImmutableSortedDictionary<string, string>.Empty.Add("revisionName", revision).Add("statusCodeCategory", category),
        count,
        count,
        count,
        count);
}
