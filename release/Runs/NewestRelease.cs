using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Domain.Journal;

namespace ReleaseInfra.Cli.Runs;

/// <summary>The release that a stack's verbs are about.</summary>
/// <param name="Board">What there is to see of it.</param>
internal sealed record NewestRelease(JournalName Name, ReleaseStanding Standing, Display.ReleaseBoard Board)
{
    /// <returns>Null where no release ever began.</returns>
    /// <exception cref="ReleaseFailure">Its journal is broken, or cannot be read.</exception>
    public static async Task<NewestRelease?> FindAsync(IJournalStore journals, string stack, CancellationToken cancellation)
    {
        // The last may have no line yet: its writer died before the first.
        foreach (var id in (await journals.ListAsync(stack, cancellation)).Reverse())
        {
            var name = new JournalName(stack, id);
            var read = JournalReader.Check(name, journals.NameOf(name), await journals.ReadAsync(name, cancellation));
            if (!read.Records.IsEmpty)
                return new NewestRelease(name, ReleaseStanding.Of(read.Records), Display.ReleaseBoard.Of(read.Records));
        }

        return null;
    }
}
