using System.Collections.Immutable;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;

namespace ReleaseInfra.Cli.Reports;

/// <summary>A release's journal, to be judged again.</summary>
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

    private static RecordedRelease Of(ImmutableArray<JournalRecord> records) => new((ReleaseBegan)records[0].Entry, records);
}
