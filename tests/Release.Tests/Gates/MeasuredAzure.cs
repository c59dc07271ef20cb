using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ReleaseInfra.Rehearsal.Arm.Logs;
using ReleaseInfra.Rehearsal.Arm.Metrics;

namespace ReleaseInfra.Release.Tests.Gates;

/// <summary>What a test says was measured and logged; it may say more while the server runs.</summary>
internal sealed class MeasuredAzure : IMetricSource, ILogSource
{
    private readonly List<(string Metric, MetricSample Sample)> _samples = [];

    public LogAnswer Logs { get; set; } = new LogsAbsent();

    /// <summary>The last that the logs were asked.</summary>
    public LogQuery? Asked { get; private set; }

    public void Requests(DateTimeOffset time, string revision, string category, int count) => Add(
        "Requests",
        time,
        ImmutableSortedDictionary<string, string>.Empty.Add("revisionName", revision).Add("statusCodeCategory", category),
        count);

    public void Level(DateTimeOffset time, string metric, double value) =>
        Add(metric, time, ImmutableSortedDictionary<string, string>.Empty, value);

    /// <param name="columns">As in <c>requests long</c>.</param>
    public void Rows(string[] columns, params ImmutableArray<JsonNode?>[] rows) => Logs = new LogTables(
    [
        new LogTable("PrimaryResult", [.. columns.Select(column => new LogColumn(column.Split(' ')[0], column.Split(' ')[1]))], [.. rows]),
    ]);

    public Task<ImmutableArray<MetricSample>> ReadAsync(MetricRange range, CancellationToken cancellation) => Task.FromResult(_samples
        .Where(sample => sample.Metric == range.Metric && sample.Sample.Time >= range.From && sample.Sample.Time < range.To)
        .Select(sample => sample.Sample)
        .ToImmutableArray());

    public Task<ImmutableArray<string>> IndexedAsync(string resourceId, string metric, string dimension, CancellationToken cancellation) =>
        Task.FromResult(ImmutableArray<string>.Empty);

    public Task<LogAnswer> QueryAsync(LogQuery query, CancellationToken cancellation)
    {
        Asked = query;
        return Task.FromResult(Logs);
    }

    private void Add(string metric, DateTimeOffset time, ImmutableSortedDictionary<string, string> dimensions, double value) =>
        _samples.Add((metric, new MetricSample(time, dimensions, value, 1, value, value)));
}
