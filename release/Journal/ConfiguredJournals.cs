using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReleaseInfra.Domain.Journal;

namespace ReleaseInfra.Cli.Journal;

/// <summary>Each stack's journals where its configuration keeps them. Nothing is read before a stack is asked for.</summary>
/// <param name="storeOf">Throws a <see cref="ReleaseFailure"/> where the configuration does not say.</param>
internal sealed class ConfiguredJournals(Func<string, IJournalStore> storeOf) : IJournalStore
{
    private readonly ConcurrentDictionary<string, IJournalStore> _stores = new(StringComparer.Ordinal);

    public string NameOf(JournalName journal) => Of(journal.Stack).NameOf(journal);

    public Task<ImmutableArray<ReleaseId>> ListAsync(string stack, CancellationToken cancellation) => Of(stack).ListAsync(stack, cancellation);

    public Task<StoredJournal> ReadAsync(JournalName journal, CancellationToken cancellation) =>
        Of(journal.Stack).ReadAsync(journal, cancellation);

    public Task<IJournalLease> TakeAsync(JournalName journal, JournalClaim claim, CancellationToken cancellation) =>
        Of(journal.Stack).TakeAsync(journal, claim, cancellation);

    private IJournalStore Of(string stack) => _stores.GetOrAdd(stack, storeOf);
}
