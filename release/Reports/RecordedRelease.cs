using System.Collections.Immutable;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;

namespace ReleaseInfra.Cli.Reports;

/// <summary>A release by its journal, to be judged again or told.</summary>
internal sealed record RecordedRelease(ReleaseBegan Began, ImmutableArray<JournalRecord> Records)
{
    public DateTimeOffset At => Records[0].At;

    public DateTimeOffset LastAt => Records[^1].At;

    /// <summary>The newest first; at least one.</summary>
    /// <exception cref="ReleaseFailure">There is none, or one is broken or cannot be read.</exception>
    public static async Task<ImmutableArray<RecordedRelease>> AllAsync(IJournalStore journals, string stack, CancellationToken cancellation)
    {
        var read = await JournalReader.ReadAllAsync(journals, stack, cancellation);
        return read.IsEmpty ? throw ReleaseFailure.NoReleases(stack) : [.. read.Select(journal => Of(journal.Records)).Reverse()];
    }

    /// <exception cref="ReleaseFailure">There is no such release, or its journal is broken or cannot be read.</exception>
    public static async Task<RecordedRelease> OneAsync(IJournalStore journals, string stack, string release, CancellationToken cancellation)
    {
        var name = new JournalName(stack, ReleaseFailure.Try(release, ReleaseId.Parse));
        return Of((await JournalReader.ReadAsync(journals, name, cancellation)).Records);
    }

    /// <summary>The newest, whatever has become of older ones.</summary>
    /// <exception cref="ReleaseFailure">There is none, or its journal is broken or cannot be read.</exception>
    public static async Task<RecordedRelease> NewestAsync(IJournalStore journals, string stack, CancellationToken cancellation)
    {
        // The last may have no line yet: its writer died before the first.
        foreach (var id in (await journals.ListAsync(stack, cancellation)).Reverse())
        {
            var name = new JournalName(stack, id);
            var read = JournalReader.Check(name, journals.NameOf(name), await journals.ReadAsync(name, cancellation));
            if (!read.Records.IsEmpty)
                return Of(read.Records);
        }

        throw ReleaseFailure.NothingToReport(stack);
    }

    private static RecordedRelease Of(ImmutableArray<JournalRecord> records) => new((ReleaseBegan)records[0].Entry, records);
}
