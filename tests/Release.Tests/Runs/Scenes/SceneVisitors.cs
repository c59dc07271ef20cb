using System.Collections.Immutable;
using System.Text.Json.Nodes;
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
internal sealed class SceneVisitors(Func<EmbeddedAzure> azure, Func<DateTimeOffset> now) : IMetricSource, ILogSource, IDisposable
{
    private readonly Dictionary<(string Resource, DateTimeOffset Minute), ImmutableArray<MetricSample>> _minutes = [];
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
        var time = JsonValue.Create(newest.UtcDateTime.ToString("o"));
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<JsonNode?>>();
        foreach (var (revision, weight) in await WeightsOfAsync(query.Query, cancellation))
        {
            if (weight > 0)
                rows.Add([JsonValue.Create(revision), JsonValue.Create((long)PerMinute * 5 * weight / 100), JsonValue.Create(P95(revision)), time.DeepClone()]);
        }

        return new LogTables(
        [
            new LogTable(
                "PrimaryResult",
                [new LogColumn("revision", "string"), new LogColumn("requests", "long"), new LogColumn("milliseconds", "real"), new LogColumn("newest", "datetime")],
                rows.ToImmutable()),
        ]);
    }

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
            var failed = (int)Math.Round(asked * Failures(share.Revision, share.Weight));
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

        return [];
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
