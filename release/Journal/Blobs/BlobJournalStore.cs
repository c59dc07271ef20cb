using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Domain.Journal;

namespace ReleaseInfra.Cli.Journal.Blobs;

/// <summary>Journals in a container of Azure Blob Storage, which every machine that releases sees: <c>STACK/RELEASE.jsonl</c>.</summary>
internal sealed class BlobJournalStore(BlobContainer container, TimeProvider time) : IJournalStore
{
    /// <summary>The longest that Azure gives, so that a writer outlives an outage of as long.</summary>
    private static readonly TimeSpan LeaseDuration = TimeSpan.FromSeconds(60);

    /// <summary>A lease that was renewed just before its writer died has ended by then.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(75);

    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(5);

    public string NameOf(JournalName journal) => Blob(journal).Name;

    public Task<ImmutableArray<ReleaseId>> ListAsync(string stack, CancellationToken cancellation) =>
        BlobFailures.TranslateAsync<ImmutableArray<ReleaseId>>(container, async () =>
        [
            .. (await BlobListing.ReadAsync(container, JournalBlob.FolderOf(stack), time, cancellation))
                .Where(name => name.EndsWith(JournalBlob.LinesEnding, StringComparison.Ordinal))
                .Select(name => Release(name, stack))
                .OrderBy(release => release.Text, StringComparer.Ordinal),
        ]);

    public Task<StoredJournal> ReadAsync(JournalName journal, CancellationToken cancellation) => BlobFailures.TranslateAsync(
        container, async () => (await Blob(journal).FindAsync(cancellation))?.Journal ?? new StoredJournal(default, null));

    public Task<IJournalLease> TakeAsync(JournalName journal, JournalClaim claim, CancellationToken cancellation) =>
        BlobFailures.TranslateAsync<IJournalLease>(container, async () =>
        {
            var blob = Blob(journal);
            await blob.CreateAsync(cancellation);
            var leaseId = Guid.NewGuid().ToString();
            await AcquireAsync(blob, leaseId, claim, cancellation);
            return await BlobJournalLease.OpenAsync(blob, leaseId, time, cancellation);
        });

    private async Task AcquireAsync(JournalBlob blob, string leaseId, JournalClaim claim, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        while (!await blob.TryAcquireAsync(leaseId, LeaseDuration, cancellation))
        {
            var left = LongestWait - time.GetElapsedTime(started);
            var holder = (await blob.FindAsync(cancellation))?.Journal.Head?.Holder;
            if (left <= TimeSpan.Zero)
                throw ReleaseFailure.JournalHeld(blob.Name, holder);
            await MakeRoomAsync(blob, claim, new HeldJournal(blob.Name, holder, left), cancellation);
        }
    }

    private async Task MakeRoomAsync(JournalBlob blob, JournalClaim claim, HeldJournal held, CancellationToken cancellation)
    {
        switch (claim)
        {
            case BreakingClaim:
                await blob.BreakAsync(cancellation);
                break;
            case WaitingClaim waiting:
                waiting.Tell(held);
                await Task.Delay(held.Left < BetweenTries ? held.Left : BetweenTries, time, cancellation);
                break;
            default:
                throw new InvalidOperationException($"The claim {claim.GetType().Name} is not known.");
        }
    }

    private JournalBlob Blob(JournalName journal) => new(container, journal, time);

    private ReleaseId Release(string name, string stack)
    {
        try
        {
            return ReleaseId.Parse(name[JournalBlob.FolderOf(stack).Length..^JournalBlob.LinesEnding.Length]);
        }
        catch (FormatException)
        {
            throw ReleaseFailure.NotAJournal($"{container.Address}/{name}");
        }
    }
}
