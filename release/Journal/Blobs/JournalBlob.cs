using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Cli.Journal.Chain;
using ReleaseInfra.Cli.Journal.Format;

namespace ReleaseInfra.Cli.Journal.Blobs;

/// <summary>
/// One journal's blob: an append blob with a line in each block, and the head in its metadata. One blob, so that one lease is of both, one
/// ETag changes with either, and one answer reads both.
/// </summary>
/// <remarks>What goes wrong is thrown as an <see cref="AzureFailure"/>.</remarks>
internal sealed class JournalBlob(BlobContainer container, JournalName journal, TimeProvider time)
{
    public const string LinesEnding = ".jsonl";

    private const string HeadKey = "head";

    /// <summary>Of a write: shorter than a lease lasts, or what is looked for afterwards may be somebody else's.</summary>
    private static readonly TimeSpan WriteDeadline = TimeSpan.FromSeconds(45);

    /// <summary>Of a renewal, which the next follows.</summary>
    private static readonly TimeSpan LeaseDeadline = TimeSpan.FromSeconds(15);

    private readonly BlobRequests _requests = new(container.Path, time);
    private readonly string _path = $"{container.Path}/{FolderOf(journal.Stack)}{journal.Release}{LinesEnding}";

    public JournalName Journal => journal;

    /// <summary>As people open it.</summary>
    public string Name { get; } = $"{container.Address}/{FolderOf(journal.Stack)}{journal.Release}{LinesEnding}";

    public static string FolderOf(string stack) => $"{stack}/";

    /// <summary>Null where there is none.</summary>
    /// <exception cref="ReleaseFailure">Its head is not what was written.</exception>
    public async Task<StoredBlob?> FindAsync(CancellationToken cancellation)
    {
        try
        {
            var answer = await container.Calls.SendAsync(_requests.Get(_path), cancellation);
            var head = answer.Headers.TryGetValue(BlobHeaders.MetadataPrefix + HeadKey, out var text) ? ReadHead(text) : null;
            return new StoredBlob(new StoredJournal(answer.Body, head), ETag(answer));
        }
        catch (AzureRefusal none) when (none.Is(BlobErrorCodes.BlobMissing))
        {
            return null;
        }
    }

    /// <summary>Empty, where there is none.</summary>
    public async Task CreateAsync(CancellationToken cancellation)
    {
        try
        {
            await container.Calls.SendAsync(_requests.Create(_path), cancellation);
        }
        catch (AzureRefusal there) when (there.Is(BlobErrorCodes.BlobExists))
        {
            // Somebody else's, or our own whose answer was lost.
        }
    }

    /// <returns>The ETag since.</returns>
    public async Task<string> AppendAsync(BlobGuard guard, long at, ReadOnlyMemory<byte> line, CancellationToken cancellation) =>
        ETag(await container.Calls.SendAsync(_requests.Append(_path, guard, at, line) with { Deadline = WriteDeadline }, cancellation));

    /// <returns>The ETag since.</returns>
    public async Task<string> ReplaceHeadAsync(BlobGuard guard, JournalHead head, CancellationToken cancellation)
    {
        // A header takes neither every letter of a name nor a line end.
        var text = Convert.ToBase64String(HeadFormat.Write(journal, head));
        return ETag(await container.Calls.SendAsync(
            _requests.SetMetadata(_path, guard, HeadKey, text) with { Deadline = WriteDeadline }, cancellation));
    }

    /// <returns>False where somebody else has the lease.</returns>
    public async Task<bool> TryAcquireAsync(string leaseId, TimeSpan duration, CancellationToken cancellation)
    {
        try
        {
            await container.Calls.SendAsync(_requests.Acquire(_path, leaseId, duration), cancellation);
            return true;
        }
        catch (AzureRefusal held) when (held.Is(BlobErrorCodes.LeaseTaken))
        {
            return false;
        }
    }

    public Task RenewAsync(string leaseId, CancellationToken cancellation) =>
        container.Calls.SendAsync(_requests.Renew(_path, leaseId) with { Deadline = LeaseDeadline }, cancellation);

    public Task ReleaseAsync(string leaseId, CancellationToken cancellation) =>
        container.Calls.SendAsync(_requests.Release(_path, leaseId) with { Deadline = LeaseDeadline }, cancellation);

    /// <summary>Whoever has it; nothing happens where nobody has.</summary>
    public async Task BreakAsync(CancellationToken cancellation)
    {
        try
        {
            await container.Calls.SendAsync(_requests.Break(_path), cancellation);
        }
        catch (AzureRefusal none) when (none.Is(BlobErrorCodes.NoLeaseToBreak))
        {
            // It was given back meanwhile.
        }
    }

    private JournalHead ReadHead(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? HeadFormat.Read(journal, bytes.AsMemory(0, length), Name)
            : throw ReleaseFailure.JournalHeadBroken($"The head of {Name}", "it is not Base64.");
    }

    private static string ETag(AzureAnswer answer) => answer.Headers.TryGetValue(BlobHeaders.ETag, out var tag)
        ? tag
        : throw new AzureUnexpectedAnswer(answer.Call, "it lacks an ETag.");
}
