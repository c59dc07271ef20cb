using System.Collections.Immutable;
using ReleaseInfra.Cli.Reports.Page;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Statistics;
using ReleaseInfra.Tests.Support.Journals;

namespace ReleaseInfra.Release.Tests.Reports.Page;

/// <summary>What a rehearsal would have seen of a release of web that went to 10 % and back.</summary>
internal static class SeenVisitors
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    public static Observed Of(ReleaseStory story)
    {
        var moved = story.Records.First(record => record.Entry is TrafficWritten).At;
        var back = story.Records.Last(record => record.Entry is TrafficWritten).At;
        return new Observed
        {
            Versions =
            [
                new ObservedVersion("web", "v1.2.2", IsNew: false, Intervals(story, at => at > moved && at < back ? 90 : 100, 0)),
                new ObservedVersion("web", "v1.2.3", IsNew: true, Intervals(story, at => at > moved && at < back ? 10 : 0, 6)),
            ],
            Clients = new ClientFigures(23_412, 23_412, 47, 0, new LatencyFigures(
                TimeSpan.FromMilliseconds(41), TimeSpan.FromMilliseconds(182), TimeSpan.FromMilliseconds(430))),
            Detection = TimeSpan.FromSeconds(96),
            Return = TimeSpan.FromSeconds(12),
            Faults = [new PlayedFault("errors=6%@10", "From 10 % on, 6 % of the new version's answers are errors.")],
            Compression = 20,
        };
    }

    private static ImmutableArray<ObservedInterval> Intervals(ReleaseStory story, Func<DateTimeOffset, int> weight, int failing)
    {
        var intervals = ImmutableArray.CreateBuilder<ObservedInterval>();
        for (var at = story.Standing.BeganAt; at < story.Standing.LastAt; at += Interval)
        {
            var ends = at + Interval;
            var requests = (400 + (at.Second * 7 % 40)) * weight(ends) / 100;
            intervals.Add(new ObservedInterval(at, ends, weight(ends), new Tally(requests, requests * failing / 100), requests == 0
                ? null
                : TimeSpan.FromMilliseconds(170 + (at.Second % 30) + (failing * 5))));
        }

        return intervals.ToImmutable();
    }
}
