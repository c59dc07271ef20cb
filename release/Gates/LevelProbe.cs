using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Cli.Azure.Observability;
using ReleaseInfra.Cli.Gates.Logs;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Rules;

namespace ReleaseInfra.Cli.Gates;

/// <summary>Reads levels: the newest value there is, with its time, so that a stale one is known for what it is.</summary>
internal sealed class LevelProbe(IMetrics metrics, IRevisions revisions, ILogQueries logs, TimeProvider time)
{
    private static readonly TimeSpan Back = TimeSpan.FromMinutes(15);

    public async Task<Reading<Level>> LookAsync(LevelQuestion question, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var window = new Window(now - Back, now);
        try
        {
            return question switch
            {
                MetricLevel metric => await MetricAsync(metric, window, cancellation),
                RestartLevel restarts => await RestartsAsync(restarts, now, cancellation),
                QueueLevel queue => await DepthAsync(queue, window, cancellation),
                _ => throw new ArgumentException($"Unknown level {question.GetType().Name}.", nameof(question)),
            };
        }
        catch (AzureFailure failure)
        {
            return new Unreadable<Level>(failure.Message.TrimEnd('.'));
        }
    }

    private async Task<Reading<Level>> MetricAsync(MetricLevel level, Window window, CancellationToken cancellation)
    {
        var query = new MetricQuery(level.Metric, level.Aggregation, window.From, window.Until, WindowTerms.Grain);
        if (await metrics.QueryAsync(level.Resource, query, cancellation) is not MetricData data)
            return new NothingMeasured<Level>($"Azure has no {level.Name} {window}");
        var newest = data.Series.SelectMany(series => series.Points).MaxBy(point => point.Start);
        return new Measured<Level>(new Level(level.Name, newest.Value, level.Unit), newest.Start + WindowTerms.Grain);
    }

    private async Task<Reading<Level>> RestartsAsync(RestartLevel level, DateTimeOffset now, CancellationToken cancellation)
    {
        var replicas = await revisions.ReplicasAsync(level.App, level.Revision, cancellation);
        return replicas is []
            ? new NothingMeasured<Level>($"{level.Revision} has no replicas")
            : new Measured<Level>(new Level(level.Name, replicas.Sum(replica => replica.Restarts), ""), now);
    }

    private Task<Reading<Level>> DepthAsync(QueueLevel level, Window window, CancellationToken cancellation) => LogReading.OfAsync<Level>(
        logs,
        level.Workspace,
        Kql.Depth(level.Role, level.Metric),
        window,
        rows => new Measured<Level>(new Level(level.Name, rows[0].Number("depth"), ""), rows[0].Time("newest")),
        cancellation);
}
