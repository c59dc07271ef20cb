using System.Collections.Immutable;
using ReleaseInfra.Cli.Display;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;

namespace ReleaseInfra.Cli.Reports.Page.Timelines;

internal static class ServiceTimelines
{
    /// <summary>In the order in which the services move.</summary>
    public static ImmutableArray<ServiceTimeline> Of(ReleaseReport report) =>
        [.. report.Release.Began.Services.Select(released => Of(report, released))];

    private static ServiceTimeline Of(ReleaseReport report, ReleasedService released)
    {
        var records = report.Release.Records;
        var measured = new MeasuredCurves(records, released);
        ObservedVersion[] versions = [.. report.Observed?.Versions.Where(version => version.Service == released.Service) ?? []];
        var observed = versions is [] ? null : new ObservedCurves(versions);
        return new ServiceTimeline(released)
        {
            Weights = Weights(records, released),
            // Who visited saw every request; gates see those of what they judge.
            Requests = observed?.Requests ?? measured.Requests,
            Failures = observed?.Failures ?? measured.Failures,
            Latencies = observed?.Latencies ?? measured.Latencies,
            FailureLimits = measured.FailureLimits,
            LatencyLimits = measured.LatencyLimits,
            Lanes = MarkLanes.Of(records, released.Service),
        };
    }

    private static ImmutableArray<Sample> Weights(IEnumerable<JournalRecord> records, ReleasedService released)
    {
        var weights = ImmutableArray.CreateBuilder<Sample>();
        ReleaseBoard? board = null;
        foreach (var record in records)
        {
            var standing = board?.Standing.Next(record) ?? ReleaseStanding.Begin(record);
            board = (board ?? ReleaseBoard.Of(standing)).Next(record, standing);
            var weight = board.WeightOf(board.Services.First(row => row.Released.Service == released.Service));
            if (weights.Count == 0 || (int)weights[^1].Value != weight)
                weights.Add(new Sample(record.At, weight));
        }

        return weights.ToImmutable();
    }
}
