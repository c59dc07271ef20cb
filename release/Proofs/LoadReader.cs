using ReleaseInfra.Cli.Azure.Observability;
using ReleaseInfra.Domain.Proofs;

namespace ReleaseInfra.Cli.Proofs;

/// <summary>How many replicas all of an app's traffic needs, from its busiest minute of late and its slowest one.</summary>
internal sealed class LoadReader(IMetrics metrics, TimeProvider time)
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public async Task<Fact<ReplicaNeed>> ReadAsync(RollbackTarget target, CancellationToken cancellation)
    {
        var requests = await MostAsync(target, "Requests", "Total", cancellation);
        // Of all revisions together: Azure tells response times apart by status only.
        var milliseconds = await MostAsync(target, "ResponseTime", "Average", cancellation);
        var measured = requests is { } total && milliseconds is { } each
            ? Need(target, total / Minute.TotalSeconds, TimeSpan.FromMilliseconds(each))
            : null;
        var expected = target.Expected is { } load ? Need(target, load.RequestsPerSecond, load.Each) : null;
        ReplicaNeed[] needs = [.. new[] { measured, expected }.OfType<ReplicaNeed>()];
        return needs is []
            ? new NotKnown<ReplicaNeed>(
                "there are no metrics of its requests of the last 15 minutes, and no traffic is expected by configuration")
            : new Known<ReplicaNeed>(needs.MaxBy(need => need.Replicas)!);
    }

    private static ReplicaNeed Need(RollbackTarget target, double requestsPerSecond, TimeSpan each) =>
        ReplicaNeed.Of(requestsPerSecond, each, target.Concurrent, target.Minimum);

    private async Task<double?> MostAsync(RollbackTarget target, string metric, string aggregation, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var answer = await metrics.QueryAsync(target.App, new MetricQuery(metric, aggregation, now - Late, now, Minute), cancellation);
        return answer is MetricData data ? data.Series.SelectMany(series => series.Points).Max(point => point.Value) : null;
    }
}
