using System.Collections.Immutable;
using ReleaseInfra.Cli.Journal.Chain;
using ReleaseInfra.Domain.Journal;

namespace ReleaseInfra.Cli.Journal;

/// <summary>Reads journals without a lease, also while they are being written.</summary>
internal static class JournalReader
{
    /// <summary>The records of the oldest release first.</summary>
    /// <exception cref="ReleaseFailure">A journal is broken or cannot be read.</exception>
    public static async Task<ImmutableArray<ReadJournal>> ReadAllAsync(IJournalStore store, string stack, CancellationToken cancellation)
    {
        var journals = ImmutableArray.CreateBuilder<ReadJournal>();
        foreach (var release in await store.ListAsync(stack, cancellation))
        {
            var name = new JournalName(stack, release);
            var read = Check(name, store.NameOf(name), await store.ReadAsync(name, cancellation));
            // A process can die between making a file and writing its first line: then no release began.
            if (!read.Records.IsEmpty)
                journals.Add(read);
        }

        return journals.ToImmutable();
    }

    /// <exception cref="ReleaseFailure">There is no such journal, it is broken, or it cannot be read.</exception>
    public static async Task<ReadJournal> ReadAsync(IJournalStore store, JournalName name, CancellationToken cancellation)
    {
        var read = Check(name, store.NameOf(name), await store.ReadAsync(name, cancellation));
        if (!read.Records.IsEmpty)
            return read;
        var known = await store.ListAsync(name.Stack, cancellation);
        throw ReleaseFailure.NoJournal(name.Stack, name.Release.Text, [.. known.Where(id => id != name.Release).Select(id => id.Text)]);
    }

    /// <summary>Byte by byte, and as a release: both the lines and what they say must hold together.</summary>
    /// <exception cref="ReleaseFailure">The journal is broken.</exception>
    internal static ReadJournal Check(JournalName name, string file, StoredJournal stored)
    {
        var read = JournalChain.Read(name, file, stored);
        try
        {
            if (!read.Records.IsEmpty)
                ReleaseStanding.Of(read.Records);
        }
        catch (BrokenJournalException broken)
        {
            throw ReleaseFailure.JournalBroken(file, broken.Number, broken.Message);
        }

        return read;
    }
}
