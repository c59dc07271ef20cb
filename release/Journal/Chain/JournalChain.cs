using System.Collections.Immutable;
using ReleaseInfra.Cli.Journal.Format;
using ReleaseInfra.Domain.Journal;

namespace ReleaseInfra.Cli.Journal.Chain;

/// <summary>Reads a journal's lines, and lets none through that is not as it was written.</summary>
internal static class JournalChain
{
    private const byte LineEnd = (byte)'\n';

    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="ReleaseFailure">A line is not what was written, is missing, or cannot be understood.</exception>
    public static ReadJournal Read(JournalName journal, string file, StoredJournal stored)
    {
        if (stored.Head is null && !stored.Lines.IsEmpty)
            throw ReleaseFailure.JournalHeadBroken(file, "it has lines, and no head.");

        var (hash, left) = (ChainHash.Seed(journal), stored.Lines);
        var (acknowledged, last) = (stored.Head?.Count ?? 0, stored.Head?.Last ?? hash);
        var records = ImmutableArray.CreateBuilder<JournalRecord>();
        RequireLast();
        while (left.Span.IndexOf(LineEnd) is >= 0 and var end)
        {
            var number = records.Count + 1;
            if (SealedLine.Verify(hash, left.Span[..end]) is not { } next)
            {
                // A loss of power may leave a line's end without its middle. It was never acknowledged, so nothing was done after it.
                if (number > acknowledged && end + 1 == left.Length)
                    break;
                throw ReleaseFailure.JournalBroken(file, number, "its hash is not that of its text and of the line before");
            }

            records.Add(LineFormat.Read(left[..end], number, file));
            (hash, left) = (next, left[(end + 1)..]);
            RequireLast();
        }

        return records.Count >= acknowledged
            ? new ReadJournal(records.ToImmutable(), hash, stored.Lines.Length - left.Length, left.Length)
            : throw ReleaseFailure.JournalBroken(file, records.Count + 1, $"it is missing, and {acknowledged} lines were written");

        void RequireLast()
        {
            if (records.Count == acknowledged && hash != last)
                throw ReleaseFailure.JournalBroken(file, records.Count, "its hash is not the one that its head has");
        }
    }
}
