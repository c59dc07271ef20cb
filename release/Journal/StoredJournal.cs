using ReleaseInfra.Cli.Journal.Chain;

namespace ReleaseInfra.Cli.Journal;

/// <param name="Head">Null where nobody has ever taken the journal.</param>
internal sealed record StoredJournal(ReadOnlyMemory<byte> Lines, JournalHead? Head);
