using System.Collections.Immutable;
using ReleaseInfra.Domain.Journal;

namespace ReleaseInfra.Cli.Journal.Chain;

/// <param name="Last">Hash of the last line; the chain's seed where there is none.</param>
/// <param name="Length">Of the whole lines, in bytes.</param>
/// <param name="Unfinished">Bytes after them: a line that is being written, or whose writer died.</param>
internal sealed record ReadJournal(ImmutableArray<JournalRecord> Records, string Last, int Length, int Unfinished);
