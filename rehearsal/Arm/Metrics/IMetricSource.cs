using System.Collections.Immutable;

namespace ReleaseInfra.Rehearsal.Arm.Metrics;

/// <summary>Where the served metrics come from.</summary>
public interface IMetricSource
{
    /// <summary>What was measured from <see cref="MetricRange.From"/> to before <see cref="MetricRange.To"/>, in any order; nothing is no data.</summary>
    Task<ImmutableArray<MetricSample>> ReadAsync(MetricRange range, CancellationToken cancellation);

    /// <summary>The values of a dimension that a filter may name: those of a new revision come late.</summary>
    Task<ImmutableArray<string>> IndexedAsync(string resourceId, string metric, string dimension, CancellationToken cancellation);
}

/// <param name="Metric">As Azure names it, as in <c>Requests</c>.</param>
public sealed record MetricRange(string ResourceId, string Metric, DateTimeOffset From, DateTimeOffset To);

/// <summary>Measurements that fell together: of one time and the same dimensions.</summary>
/// <param name="Dimensions">As Azure names them: <c>revisionName</c>, <c>statusCodeCategory</c> (as in <c>2xx</c>), <c>statusCode</c>.</param>
/// <param name="Count">How many.</param>
public sealed record MetricSample(
    DateTimeOffset Time,
    ImmutableSortedDictionary<string, string> Dimensions,
    double Total,
    long Count,
    double Minimum,
    double Maximum);

/// <summary>Nothing was ever measured.</summary>
public sealed class NoMetrics : IMetricSource
{
    public Task<ImmutableArray<MetricSample>> ReadAsync(MetricRange range, CancellationToken cancellation) =>
        Task.FromResult(ImmutableArray<MetricSample>.Empty);

    public Task<ImmutableArray<string>> IndexedAsync(string resourceId, string metric, string dimension, CancellationToken cancellation) =>
        Task.FromResult(ImmutableArray<string>.Empty);
}
