using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Cli.Journal.Chain;

namespace ReleaseInfra.Cli.Journal.Blobs;

/// <summary>A line first, then the head that knows it, each on the condition that the lease is ours and that nobody has written since.</summary>
/// <remarks>
/// A write whose answer was lost is looked for, and not written again where it stands. What was begun is finished, whoever cancels
/// meanwhile: whether half of it took effect nobody would know. An append blob cannot be cut: what stands stays.
/// </remarks>
internal sealed class BlobJournalLease : IJournalLease
{
    /// <summary>Of Azure, for a block of an append blob, in every version of its interface.</summary>
    private const int LongestLine = 4 * 1024 * 1024;

    private const int Tries = 4;

    private readonly JournalBlob _blob;
    private readonly string _leaseId;
    private readonly LeaseRenewal _renewal;
    private readonly CancellationTokenSource _ending = new();

    // What stands, as far as this writer knows.
    private string _eTag;
    private long _length;
    private JournalHead? _head;

    // Null while this writer may write, and nothing can stand that it does not know of.
    private ReleaseFailure? _stopped;

    private BlobJournalLease(JournalBlob blob, string leaseId, StoredBlob found, TimeProvider time)
    {
        (_blob, _leaseId, Found) = (blob, leaseId, found.Journal);
        (_eTag, _length, _head) = (found.ETag, Found.Lines.Length, Found.Head);
        _renewal = new LeaseRenewal(blob, leaseId, time);
    }

    public StoredJournal Found { get; }

    /// <param name="leaseId">Acquired.</param>
    public static async Task<BlobJournalLease> OpenAsync(JournalBlob blob, string leaseId, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            var found = await blob.FindAsync(cancellation) ?? throw ReleaseFailure.JournalChanged(blob.Name);
            return new BlobJournalLease(blob, leaseId, found, time);
        }
        catch
        {
            await GiveBackAsync(blob, leaseId);
            throw;
        }
    }

    public async Task BeginEpochAsync(JournalHead head, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await BlobFailures.TranslateAsync(_blob, () => ReplaceHeadAsync(head));
    }

    public async Task AppendAsync(long at, ReadOnlyMemory<byte> line, JournalHead head, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_stopped is not null)
            throw _stopped;
        if (at != _length)
            throw ReleaseFailure.JournalTail(_blob.Name, _length - at);
        if (line.Length > LongestLine)
            throw ReleaseFailure.JournalLineTooLong(_blob.Name, line.Length, LongestLine);
        await BlobFailures.TranslateAsync(_blob, () => WriteLineAndHeadAsync(line, head));
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _renewal.DisposeAsync();
        await GiveBackAsync(_blob, _leaseId);
        _ending.Dispose();
    }

    private async Task WriteLineAndHeadAsync(ReadOnlyMemory<byte> line, JournalHead head)
    {
        try
        {
            await WriteLineAsync(line);
            await CountLineAsync(head);
        }
        catch (ReleaseFailure final)
        {
            _stopped = final;
            throw;
        }
    }

    private async Task WriteLineAsync(ReadOnlyMemory<byte> line)
    {
        var (at, until) = ((int)_length, _length + line.Length);
        await WriteAsync(
            guard => _blob.AppendAsync(guard, at, line, _ending.Token),
            stored => stored.Lines.Length == until && stored.Lines.Span[at..].SequenceEqual(line.Span));
        _length = until;
    }

    /// <summary>A line that stands uncounted is the next writer's to count: this one does not know what became of its head.</summary>
    private async Task CountLineAsync(JournalHead head)
    {
        try
        {
            await ReplaceHeadAsync(head);
        }
        catch (AzureFailure failed)
        {
            throw ReleaseFailure.JournalUncertain(_blob.Name, failed);
        }
    }

    private async Task ReplaceHeadAsync(JournalHead head)
    {
        await WriteAsync(guard => _blob.ReplaceHeadAsync(guard, head, _ending.Token), stored => stored.Head == head);
        _head = head;
    }

    /// <summary>Writes until it stands or cannot, and looks in between.</summary>
    /// <param name="stands">Whether the write took effect.</param>
    private async Task WriteAsync(Func<BlobGuard, Task<string>> write, Func<StoredJournal, bool> stands)
    {
        for (var left = Tries; ;)
        {
            try
            {
                _eTag = await write(new BlobGuard(_leaseId, _eTag));
                return;
            }
            catch (AzureFailure failed) when (--left > 0 && IsWorthALook(failed))
            {
                var stored = await LookAsync(failed);
                _eTag = stored.ETag;
                if (stands(stored.Journal))
                    return;
                RequireUnchanged(stored.Journal);
                if (!BlobErrorCodes.IsCondition(failed))
                    throw;
                if (BlobErrorCodes.IsLeaseLost(failed))
                    await RenewAsync(failed);
            }
        }
    }

    private static bool IsWorthALook(AzureFailure failed) =>
        failed is AzureOutcomeUnknown or AzureUnexpectedAnswer || BlobErrorCodes.IsCondition(failed);

    private async Task<StoredBlob> LookAsync(AzureFailure failed)
    {
        try
        {
            return await _blob.FindAsync(_ending.Token) ?? throw ReleaseFailure.JournalChanged(_blob.Name);
        }
        catch (AzureFailure)
        {
            throw ReleaseFailure.JournalUncertain(_blob.Name, failed);
        }
    }

    private void RequireUnchanged(StoredJournal stored)
    {
        var own = _head?.Epoch ?? 0;
        if (stored.Head is { } head && head.Epoch > own)
            throw ReleaseFailure.JournalTakenOver(_blob.Name, head.Holder, head.Epoch, own);
        if (stored.Lines.Length != _length || stored.Head != _head)
            throw ReleaseFailure.JournalChanged(_blob.Name);
    }

    /// <summary>A machine that slept finds its lease expired, and still its own where nobody has taken it since.</summary>
    private async Task RenewAsync(AzureFailure lost)
    {
        try
        {
            await _blob.RenewAsync(_leaseId, _ending.Token);
        }
        catch (AzureRefusal)
        {
            throw ReleaseFailure.JournalLeaseLost(_blob.Name, lost);
        }
    }

    private static async Task GiveBackAsync(JournalBlob blob, string leaseId)
    {
        try
        {
            // Of its own: whoever gives up by being cancelled gives the lease back too.
            using var own = new CancellationTokenSource();
            await blob.ReleaseAsync(leaseId, own.Token);
        }
        catch (AzureFailure)
        {
            // It ends by itself in a minute.
        }
    }
}
