using System.Collections.Immutable;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Cli.Journal;

/// <summary>Where releases are written down, as records.</summary>
internal interface IReleaseJournals
{
    /// <exception cref="ReleaseFailure">The release began before, another writer has it, or it cannot be written.</exception>
    Task<IReleaseJournal> BeginAsync(ReleaseBegan began, JournalWriter writer, CancellationToken cancellation);

    /// <summary>Goes on where the writer before has ended, however that was.</summary>
    /// <exception cref="ReleaseFailure">There is no such journal, it is broken, another writer has it, or it cannot be written.</exception>
    Task<IReleaseJournal> TakeOverAsync(JournalName name, JournalWriter writer, JournalClaim claim, CancellationToken cancellation);

    /// <exception cref="ReleaseFailure">There is no such journal, it is broken, or it cannot be read.</exception>
    Task<ImmutableArray<JournalRecord>> ReadAsync(JournalName name, CancellationToken cancellation);
}

/// <summary>The journal of one release, in the hands of its one writer. An entry stands for good when a call returns.</summary>
internal interface IReleaseJournal : IAsyncDisposable
{
    ReleaseStanding Standing { get; }

    /// <exception cref="BrokenJournalException">The release is not where the entry could be true; nothing was written.</exception>
    /// <exception cref="ReleaseFailure">The right to write is lost, or it could not be written.</exception>
    Task<JournalRecord> AppendAsync(JournalEntry entry, CancellationToken cancellation);

    /// <summary>The state that the event leads to is recorded with it.</summary>
    /// <exception cref="UnexpectedEventException">The release's state does not expect the event; nothing was written.</exception>
    /// <inheritdoc cref="AppendAsync(JournalEntry, CancellationToken)"/>
    Task<JournalRecord> AppendAsync(RolloutEvent happened, CancellationToken cancellation);
}
