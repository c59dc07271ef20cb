using System.Collections.Immutable;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;

namespace ReleaseInfra.Cli.Journal;

/// <summary>Journals as lines in a store.</summary>
internal sealed class StoredReleases(IJournalStore store, TimeProvider time) : IReleaseJournals
{
    public async Task<IReleaseJournal> BeginAsync(ReleaseBegan began, JournalWriter writer, CancellationToken cancellation) =>
        await ReleaseJournal.BeginAsync(store, began, writer, time, cancellation);

    public async Task<IReleaseJournal> TakeOverAsync(
        JournalName name, JournalWriter writer, JournalClaim claim, CancellationToken cancellation) =>
        await ReleaseJournal.TakeOverAsync(store, name, writer, claim, time, cancellation);

    public async Task<ImmutableArray<JournalRecord>> ReadAsync(JournalName name, CancellationToken cancellation) =>
        (await JournalReader.ReadAsync(store, name, cancellation)).Records;
}
