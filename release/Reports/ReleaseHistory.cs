using System.Collections.Immutable;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Domain.Journal.Figures;

namespace ReleaseInfra.Cli.Reports;

/// <summary>A stack's releases by their journals.</summary>
/// <param name="Since">The first moment that the figures are about.</param>
/// <param name="Releases">The newest first; the last few of those that were asked for.</param>
internal sealed record ReleaseHistory(
    string Stack, DateTimeOffset Since, DeliveryFigures Figures, ImmutableArray<ReleaseSummary> Releases)
{
    private static readonly TimeSpan Usual = TimeSpan.FromDays(30);

    /// <param name="since">Null for the figures of the last 30 days, and releases of any age.</param>
    /// <param name="last">How many releases at most.</param>
    /// <exception cref="ReleaseFailure">A journal is broken or cannot be read: what is counted is all, or nothing.</exception>
    public static async Task<ReleaseHistory> ReadAsync(
        IJournalStore journals, string stack, DateTimeOffset? since, int last, DateTimeOffset now, CancellationToken cancellation)
    {
        var read = await JournalReader.ReadAllAsync(journals, stack, cancellation);
        ReleaseSummary[] all = [.. read.Select(journal => ReleaseSummary.Of(journal.Records))];
        var from = since ?? now - Usual;
        return new ReleaseHistory(
            stack,
            from,
            DeliveryFigures.Of(all, from, now),
            [.. all.Where(release => since is null || (release.Ended ?? now) >= since).Reverse().Take(last)]);
    }
}
