using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Journal.Files;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Journals;

namespace ReleaseInfra.Release.Tests.Reports;

/// <summary>Stories as journals of a workspace, written the way a runner writes them.</summary>
internal static class RecordedJournals
{
    /// <summary>Under the id that a release of its time has, of a change that was committed three hours before.</summary>
    public static async Task WriteAsync(TemporaryWorkspace workspace, ReleaseStory story)
    {
        var store = new FileJournalStore(workspace.Folder, new JournalDisk());
        var time = new SetTime();
        ReleaseJournal? journal = null;
        try
        {
            foreach (var record in story.Records)
            {
                time.Now = record.At;
                if (record.Entry is ReleaseBegan began)
                {
                    journal = await ReleaseJournal.BeginAsync(store, Of(began, record.At), new JournalWriter(began.By, "laptop", 4711), time, CancellationToken.None);
                }
                else if (record.Entry is WriterTookOver over)
                {
                    await journal!.DisposeAsync();
                    journal = await ReleaseJournal.TakeOverAsync(
                        store,
                        new JournalName(story.Standing.Began.Stack.Name, Of(story.Standing.Began, story.Standing.BeganAt).Id),
                        new JournalWriter(over.By, "desk", 7),
                        time,
                        CancellationToken.None);
                }
                else
                {
                    await journal!.AppendAsync(record.Entry, CancellationToken.None);
                }
            }
        }
        finally
        {
            if (journal is not null)
                await journal.DisposeAsync();
        }
    }

    private static ReleaseBegan Of(ReleaseBegan began, DateTimeOffset at) => began with
    {
        Id = ReleaseId.Of(at, began.PlanHash),
        Committed = began.Committed is null ? null : at.AddHours(-3),
    };

    private sealed class SetTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
