using ReleaseInfra.Cli.Azure.Resources;

namespace ReleaseInfra.Cli.Azure.Observability;

internal interface IMetrics
{
    Task<MetricAnswer> QueryAsync(AzureId resource, MetricQuery query, CancellationToken cancellation);
}

/// <summary>One metric of one resource, over a time, as one series for each combination of the dimensions' values.</summary>
/// <param name="Aggregation">As in <c>Total</c>, <c>Maximum</c>.</param>
/// <param name="Interval">Of one point; Container Apps has minutes and longer.</param>
/// <param name="Dimensions">
/// As in <c>revisionName</c>. Values cannot be asked for: Azure refuses one that it has not indexed yet, as a new revision's
/// name is, so all are fetched and chosen among afterwards.
/// </param>
internal sealed record MetricQuery(
    string Metric, string Aggregation, DateTimeOffset From, DateTimeOffset Until, TimeSpan Interval, params string[] Dimensions);
