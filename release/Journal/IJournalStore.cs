using System.Collections.Immutable;
using ReleaseInfra.Cli.Journal.Chain;
using ReleaseInfra.Domain.Journal;

namespace ReleaseInfra.Cli.Journal;

/// <summary>Where journals are kept, as bytes. Reading needs no lease.</summary>
internal interface IJournalStore
{
    /// <summary>As people see it, for messages.</summary>
    string NameOf(JournalName journal);

    /// <summary>The oldest first.</summary>
    Task<ImmutableArray<ReleaseId>> ListAsync(string stack, CancellationToken cancellation);

    /// <summary>Its head is never newer than its lines; both are empty where there is no such journal.</summary>
    /// <exception cref="ReleaseFailure">It cannot be read.</exception>
    Task<StoredJournal> ReadAsync(JournalName journal, CancellationToken cancellation);

    /// <summary>The sole right to write it, until the lease is disposed, its process dies, or somebody breaks it.</summary>
    /// <exception cref="ReleaseFailure">Another writer has it, or the journal cannot be read.</exception>
    Task<IJournalLease> TakeAsync(JournalName journal, JournalClaim claim, CancellationToken cancellation);
}

/// <summary>The right to write one journal. Each call returns when what it wrote would outlive a loss of power.</summary>
internal interface IJournalLease : IAsyncDisposable
{
    /// <summary>The journal as it was when the lease was taken.</summary>
    StoredJournal Found { get; }

    /// <summary>Begins the head's epoch: writers of those before are refused from now on.</summary>
    /// <exception cref="ReleaseFailure">It cannot be written.</exception>
    Task BeginEpochAsync(JournalHead head, CancellationToken cancellation);

    /// <param name="at">Where the line begins, in bytes. What stands from there on was never finished, and goes.</param>
    /// <param name="line">With its end.</param>
    /// <param name="head">With this line.</param>
    /// <exception cref="ReleaseFailure">
    /// A later epoch has begun, somebody else has written, or it cannot be written; then the line is not part of the journal.
    /// </exception>
    Task AppendAsync(long at, ReadOnlyMemory<byte> line, JournalHead head, CancellationToken cancellation);
}
