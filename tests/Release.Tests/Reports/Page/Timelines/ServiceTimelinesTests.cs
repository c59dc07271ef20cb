using System.Collections.Immutable;
using ReleaseInfra.Cli.Reports.Page;
using ReleaseInfra.Cli.Reports.Page.Timelines;
using ReleaseInfra.Domain.Statistics;
using ReleaseInfra.Release.Tests.Display;
using ReleaseInfra.Tests.Support.Journals;

namespace ReleaseInfra.Release.Tests.Reports.Page.Timelines;

public sealed class ServiceTimelinesTests
{
    [Test]
    public void Weights_AreThoseReadBack() => Assert.That(
        Told(Of(Watched.TurnedBack()).Weights), Is.EqualTo(new[] { "12:00:00 0", "12:06:03 10", "12:10:08 0" }));

    /// <summary>Where a weight begins, so does a row of batches: the time before it belongs to none.</summary>
    [Test]
    public void Requests_AreByTheMinute()
    {
        var told = MeasuredStory.Started().Moves(10, before: 0);
        told.Looks(10, failures: 0, milliseconds: 100);
        told.Looks(10, failures: 24, milliseconds: 120);
        var web = Of(told.Story);

        Assert.That(web.Requests.Select(curve => $"{curve.Version} {curve.IsNew}: {string.Join(", ", Told(curve.Points))}"), Is.EqualTo(new[]
        {
            "v1.2.2 False: 12:04:00 2160, 12:05:03 2057",
            "v1.2.3 True: 12:03:58 240, 12:05:01 229",
        }));
        Assert.That(web.Failures.Select(curve => string.Join(", ", Told(curve.Points))), Is.EqualTo(new[]
        {
            "12:04:00 0, 12:05:03 0", "12:03:58 0, 12:05:01 10",
        }));
        Assert.That(web.Latencies.Select(curve => string.Join(", ", Told(curve.Points))), Is.EqualTo(new[] { "12:03:59 100, 12:05:02 120" }));
        Assert.That(Told(web.LatencyLimits), Is.EqualTo(new[] { "12:03:59 2000", "12:05:02 2000" }));
    }

    [Test]
    public void Visitors_AreBelievedBeforeGates()
    {
        var noon = Beginnings.Noon;
        var seen = new ObservedVersion("web", "v1.2.3", IsNew: true,
        [
            new ObservedInterval(noon, noon.AddSeconds(10), 10, new Tally(20, 5), TimeSpan.FromMilliseconds(250)),
            new ObservedInterval(noon.AddSeconds(10), noon.AddSeconds(20), 0, new Tally(0, 0), null),
        ]);
        var web = ServiceTimelines.Of(ReportedReleases.Of(Watched.Baking()) with
        {
            Observed = new Observed { Versions = [seen], Clients = new ClientFigures(20, 20, 5, 0, null), Compression = 1 },
        }).Single();

        Assert.That(web.Requests.Select(curve => string.Join(", ", Told(curve.Points))), Is.EqualTo(new[] { "12:00:10 120, 12:00:20 0" }));
        Assert.That(web.Failures.Select(curve => string.Join(", ", Told(curve.Points))), Is.EqualTo(new[] { "12:00:10 25" }));
        Assert.That(web.Latencies.Select(curve => string.Join(", ", Told(curve.Points))), Is.EqualTo(new[] { "12:00:10 250" }));
    }

    [Test]
    public void Lanes_AreGatesInTheirOrder_AfterWhatWasDecided()
    {
        var lanes = Of(Watched.TurnedBack()).Lanes;

        Assert.That(
            lanes.Select(lane => $"{lane.Name}: {string.Join(", ", lane.Marks.Select(mark => $"{mark.Line} {mark.Outcome}{(mark.Concludes ? "!" : "")}"))}"),
            Is.EqualTo(new[] { "decisions: 6 Passed!, 17 Failed!", "error rate: 13 Passed, 15 Failed, 16 Failed!", "latency: 14 Passed" }));
    }

    private static ServiceTimeline Of(ReleaseStory story) => ServiceTimelines.Of(ReportedReleases.Of(story)).Single();

    private static string[] Told(ImmutableArray<Sample> samples) => [.. samples.Select(sample => $"{sample.At:HH:mm:ss} {sample.Value:0}")];
}
