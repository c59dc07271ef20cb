using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.Observability;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Gates;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Gates;

public sealed class FutureDataTests
{
    [Test]
    public async Task Platform_PointsAheadOfOurClock_CloseNothing()
    {
        var time = new ManualTime();
        var start = WindowTerms.FirstAfter(time.GetUtcNow());
        var probe = new RequestProbe(
            new PlatformRequests(new Minutes(start, 40), new AzureId("/g", "Microsoft.App/containerApps", "web"), new OwnRequests()),
            new WindowTerms(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(3)),
            start,
            time);
        time.Advance(TimeSpan.FromMinutes(10));

        var reading = await probe.LookAsync(default);

        Assert.That(((PartlyMeasured<RequestBatch>)reading).Missing, Is.EqualTo("there are data from the future"));
        Assert.That(probe.From, Is.EqualTo(start));
        Assert.That(
            Readings.Judge(reading, time.GetUtcNow(), TimeSpan.FromMinutes(5), _ => Verdict.Passed("")).Message,
            Is.EqualTo("Data from the future: 1740 s ahead, at most 300 s are taken."));
    }

    private sealed class Minutes(DateTimeOffset start, int count) : IMetrics
    {
        public Task<MetricAnswer> QueryAsync(AzureId resource, MetricQuery query, CancellationToken cancellation) =>
            Task.FromResult<MetricAnswer>(new MetricData(
            [
                new MetricSeries(
                    ImmutableSortedDictionary<string, string>.Empty.Add("revisionName", "web--v1").Add("statusCodeCategory", "2xx"),
                    [.. Enumerable.Range(0, count).Select(minute => new MetricPoint(start.AddMinutes(minute), 90))]),
            ]));
    }
}
