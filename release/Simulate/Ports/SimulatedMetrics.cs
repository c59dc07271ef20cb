using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.Observability;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Simulate.World;

namespace ReleaseInfra.Cli.Simulate.Ports;

/// <summary>Azure's platform metrics, by minutes and as late as they are.</summary>
internal sealed class SimulatedMetrics(SimulatedWorld world, SimulatedCalls calls) : IMetrics
{
    private static readonly ImmutableSortedDictionary<string, string> NoDimensions = ImmutableSortedDictionary<string, string>.Empty;

    private readonly Dictionary<(string Revision, string Category), ImmutableSortedDictionary<string, string>> _dimensions = [];

    public async Task<MetricAnswer> QueryAsync(AzureId resource, MetricQuery query, CancellationToken cancellation)
    {
        await calls.ReadAsync(resource.Name, cancellation);
        world.Visitors.ComeUntil(world.Now);
        var lag = world.Lags.Between(SimulatedTimings.MetricLag.Least, SimulatedTimings.MetricLag.Most);
        var first = world.Visitors.MinuteOf(query.From);
        var last = Math.Min(world.Visitors.MinuteOf(world.Now - lag), world.Visitors.MinuteOf(query.Until - TimeSpan.FromTicks(1)));
        if (world.Troubles.HasNoMetrics || last < first)
            return new NoMetricData();
        ImmutableArray<MetricSeries> series = (query.Metric, world.Find(resource.Name)) switch
        {
            ("Requests", { } service) when query.Dimensions is [] => [Each(first, last, minute => service.Versions.Sum(version => version.Asked(minute).Requests))],
            ("Requests", { } service) => [.. service.Versions.SelectMany(version => ByCategory(version, first, last))],
            ("ResponseTime", { } service) => [Each(first, last, minute => Mean(service, minute))],
            ("cpu_percent", _) => [Each(first, last, _ => world.Troubles.IsDatabaseSlow ? SimulatedTimings.SlowDatabaseCpu : SimulatedTimings.DatabaseCpu)],
            ("active_connections", _) => [Each(first, last, _ => SimulatedTimings.DatabaseConnections)],
            var (metric, _) => throw new InvalidOperationException($"The simulation has no metric {metric} of {resource.Name}."),
        };
        return series is [] ? new NoMetricData() : new MetricData(series);
    }

    /// <summary>A revision that nobody asked has no series.</summary>
    private IEnumerable<MetricSeries> ByCategory(SimulatedVersion version, int first, int last)
    {
        var isAsked = false;
        for (var minute = first; minute <= last && !isAsked; minute++)
            isAsked = version.Asked(minute).Requests > 0;
        if (!isAsked)
            yield break;
        yield return Each(first, last, minute => version.Asked(minute).Requests - version.Asked(minute).Failures) with { Dimensions = Of(version, "2xx") };
        yield return Each(first, last, minute => version.Asked(minute).Failures) with { Dimensions = Of(version, "5xx") };
    }

    private MetricSeries Each(int first, int last, Func<int, double> value)
    {
        var points = ImmutableArray.CreateBuilder<MetricPoint>(last - first + 1);
        for (var minute = first; minute <= last; minute++)
            points.Add(new MetricPoint(world.Visitors.TimeOf(minute), value(minute)));
        return new MetricSeries(NoDimensions, points.MoveToImmutable());
    }

    /// <summary>Milliseconds, over all versions by their requests.</summary>
    private double Mean(SimulatedService service, int minute)
    {
        var (requests, milliseconds) = (0L, 0.0);
        foreach (var version in service.Versions)
        {
            var asked = version.Asked(minute).Requests;
            (requests, milliseconds) = (requests + asked, milliseconds + (asked * version.P95(world.Visitors.TimeOf(minute)) / 2));
        }

        return requests == 0 ? 0 : milliseconds / requests;
    }

    private ImmutableSortedDictionary<string, string> Of(SimulatedVersion version, string category) =>
        _dimensions.TryGetValue((version.Name, category), out var known)
            ? known
            : _dimensions[(version.Name, category)] = NoDimensions.Add("revisionName", version.Name).Add("statusCodeCategory", category);
}
