using ReleaseInfra.Cli.Reports;
using ReleaseInfra.Cli.Reports.Page;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Tests.Support.Journals;

namespace ReleaseInfra.Release.Tests.Reports.Page;

/// <summary>Releases of web with all that a page can show, of an application that is asked 40 times a second.</summary>
internal static class ReportedReleases
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>At 10, 50 and 100 %, without a fault.</summary>
    public static ReleaseReport Good()
    {
        var told = MeasuredStory.Started();
        foreach (var (weight, before) in ((int, int)[])[(10, 0), (50, 10), (100, 50)])
        {
            told.Moves(weight, before);
            for (var look = 0; look < 5; look++)
                told.Looks(weight, failures: weight * (2 + (look % 3)) / 100, milliseconds: 160 + (15 * (look % 3)) + weight);
            told.Concludes("error rate").Then(new GatesPassed());
        }

        told.Then(new WatchBegan());
        for (var look = 0; look < 12; look++)
            told.Looks(100, failures: 2 + (look % 4), milliseconds: 230 + (10 * (look % 4)));
        return Of(told.Then(new WatchPassed()).Story) with { Predicted = TimeSpan.FromMinutes(24) };
    }

    /// <summary>Back from 10 % by its error rate, as a rehearsal sees it.</summary>
    public static ReleaseReport TurnedBack()
    {
        var told = MeasuredStory.Started().Moves(10, before: 0);
        told.Looks(10, failures: 1, milliseconds: 180);
        told.Looks(10, failures: 2, milliseconds: 195);
        var failed = told.Errors(requests: 240, failures: 15);
        told.Concludes("error rate").Then(new GateFailed(failed.Verdict.Message));
        var story = told.Returns().Story.Then(new WorkBegan(new ConfigurationEdit("Pulumi.production.yaml back to v1.2.2")), Second);
        return Of(story) with { Observed = SeenVisitors.Of(story) };
    }

    /// <summary>At 10 %, waiting for what nobody could measure.</summary>
    public static ReleaseReport Held()
    {
        var told = MeasuredStory.Started().Moves(10, before: 0);
        told.Looks(10, failures: 0, milliseconds: 180);
        told.Judges("error rate", new NothingMeasured<Domain.Journal.Numbers.GateNumbers>("the query gave no rows"));
        told.Judges("error rate", new Unreadable<Domain.Journal.Numbers.GateNumbers>("429 Too Many Requests"));
        return Of(told.Then(new EvidenceMissing("No data: the query gave no rows.")).Story);
    }

    /// <summary>What a report has of a story, and nothing more.</summary>
    public static ReleaseReport Of(ReleaseStory story) => new(new RecordedRelease(story.Standing.Began, [.. story.Records]));
}
