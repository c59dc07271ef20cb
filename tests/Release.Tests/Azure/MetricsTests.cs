using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Cli.Azure.Observability;
using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Rehearsal.Arm.Metrics;

namespace ReleaseInfra.Release.Tests.Azure;

public sealed class MetricsTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static readonly MetricQuery Requests = new(
        "Requests", "Total", Start, Start.AddMinutes(3), TimeSpan.FromMinutes(1), "revisionName", "statusCodeCategory");

    [Test]
    public async Task Query_GivesASeriesForEachCombination()
    {
        await using var live = await AppAsync(
            Sample(0, "web--v1", "2xx", 90), Sample(1, "web--v2", "2xx", 9), Sample(1, "web--v2", "5xx", 1), Sample(2, "web--v2", "2xx", 8));

        var answer = await live.Azure.Metrics.QueryAsync(live.App, Requests, default);

        var newest = (MetricData)answer.Where("revisionName", "web--v2");
        Assert.That(((MetricData)answer).Series, Has.Length.EqualTo(3));
        Assert.That(newest.Series.Select(series => series.Dimensions["statusCodeCategory"]), Is.EquivalentTo(new[] { "2xx", "5xx" }));
        // A minute without a value is no point, and no zero.
        Assert.That(((MetricData)newest.Where("statusCodeCategory", "2xx")).Series.Single().Points, Is.EqualTo(new[]
        {
            new MetricPoint(Start.AddMinutes(1), 9), new MetricPoint(Start.AddMinutes(2), 8),
        }));
    }

    [Test]
    public async Task Query_NothingMeasured_IsNoData()
    {
        await using var live = await AppAsync();

        Assert.That(await live.Azure.Metrics.QueryAsync(live.App, Requests, default), Is.TypeOf<NoMetricData>());
    }

    [Test]
    public async Task Query_ValueThatIsNoNumber_IsNotTakenForNone()
    {
        await using var live = await AppAsync(Sample(0, "web--v1", "5xx", 90));
        live.Fail("metrics.list", new NotNumbers());

        Assert.That(
            () => live.Azure.Metrics.QueryAsync(live.App, Requests, default),
            Throws.TypeOf<AzureUnexpectedAnswer>().With.Message.EndsWith("cannot be understood: 'total' is \"NaN\", which is no number."));
    }

    [Test]
    public async Task Where_NobodyMeasuredThat_IsNoData()
    {
        await using var live = await AppAsync(Sample(0, "web--v1", "2xx", 90));

        var answer = await live.Azure.Metrics.QueryAsync(live.App, Requests, default);

        Assert.That(answer.Where("revisionName", "web--v2"), Is.TypeOf<NoMetricData>());
    }

    [Test]
    public async Task Query_NewRevision_IsNotAskedForByName()
    {
        await using var live = await AppAsync(Sample(0, "web--v1", "2xx", 90));
        live.Fail("metrics.list", new RevisionNotIndexed("web--v1"));

        Assert.That(await live.Azure.Metrics.QueryAsync(live.App, Requests, default), Is.TypeOf<MetricData>());
    }

    [Test]
    public async Task Rejects_DimensionThatTheMetricLacks()
    {
        await using var live = await AppAsync();
        var query = Requests with { Metric = "ResponseTime", Aggregation = "Average", Dimensions = ["revisionName"] };

        var refusal = Assert.ThrowsAsync<AzureRefusal>(() => live.Azure.Metrics.QueryAsync(live.App, query, default))!;

        Assert.That((refusal.Status, refusal.Code), Is.EqualTo((400, "BadRequest")));
    }

    private static async Task<LiveAzure> AppAsync(params MetricSample[] samples)
    {
        var live = await LiveAzure.OpenAsync(metrics: new Measured([.. samples]));
        await live.PutAppAsync("v1");
        return live;
    }

    private static MetricSample Sample(int minute, string revision, string category, int count) => new(
        Start.AddMinutes(minute).AddSeconds(10),
        ImmutableSortedDictionary<string, string>.Empty.Add("revisionName", revision).Add("statusCodeCategory", category),
        count, count, 1, 1);

    private sealed class Measured(ImmutableArray<MetricSample> samples) : IMetricSource
    {
        public Task<ImmutableArray<MetricSample>> ReadAsync(MetricRange range, CancellationToken cancellation) => Task.FromResult(samples);

        public Task<ImmutableArray<string>> IndexedAsync(string resourceId, string metric, string dimension, CancellationToken cancellation) =>
            Task.FromResult(ImmutableArray<string>.Empty);
    }
}
