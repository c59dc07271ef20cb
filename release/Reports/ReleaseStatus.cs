using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Display;

namespace ReleaseInfra.Cli.Reports;

/// <summary>Where a stack's newest release stands.</summary>
/// <param name="Writer">Who has the journal, or had it last; that it still runs is not known.</param>
internal sealed record ReleaseStatus(ReleaseBoard Board, JournalWriter Writer, DateTimeOffset Now)
{
    public Onward Onward { get; } = Onward.Of(Board.Standing);

    /// <summary>Null where no release was ever run.</summary>
    /// <exception cref="ReleaseFailure">The journal is broken or cannot be read.</exception>
    public static async Task<ReleaseStatus?> FindAsync(
        IJournalStore journals, string stack, TimeProvider clock, CancellationToken cancellation)
    {
        // A process can die between making a journal and writing its first line: then no release began.
        foreach (var release in (await journals.ListAsync(stack, cancellation)).Reverse())
        {
            var name = new JournalName(stack, release);
            var stored = await journals.ReadAsync(name, cancellation);
            var records = JournalReader.Check(name, journals.NameOf(name), stored).Records;
            if (!records.IsEmpty && stored.Head is { } head)
                return new ReleaseStatus(ReleaseBoard.Of(records), head.Writer, clock.GetUtcNow());
        }

        return null;
    }
}
