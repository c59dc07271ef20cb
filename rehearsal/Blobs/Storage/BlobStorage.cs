using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.Blobs.Http;

namespace ReleaseInfra.Rehearsal.Blobs.Storage;

/// <summary>One account's containers. Each call takes effect as a whole, one after the other.</summary>
internal sealed class BlobStorage(BlobServerOptions options)
{
    private readonly Lock _guard = new();
    private readonly Dictionary<string, SortedDictionary<string, StoredBlob>> _containers =
        options.Containers.ToDictionary(name => name, _ => new SortedDictionary<string, StoredBlob>(StringComparer.Ordinal), StringComparer.Ordinal);

    private long _writes;

    public int PageSize => options.PageSize;

    public StoredBlob Get(BlobRequest request)
    {
        lock (_guard)
            return Find(request);
    }

    /// <summary>Those whose names begin so, by their names.</summary>
    public ImmutableArray<(string Name, StoredBlob Blob)> List(BlobRequest request, string prefix)
    {
        lock (_guard)
            return [.. Container(request).Where(blob => blob.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(blob => (blob.Key, blob.Value))];
    }

    public StoredBlob Create(BlobRequest request, bool onlyNew)
    {
        lock (_guard)
        {
            if (Container(request).TryGetValue(request.Blob, out var existing))
            {
                if (onlyNew)
                    throw BlobErrors.BlobAlreadyExists();
                WriteConditions.Of(request).Require(existing);
            }

            return Put(request, new StoredBlob([], 0, StoredBlob.NoMetadata, "", default, existing?.Lease ?? new BlobLease(options.Time)));
        }
    }

    public StoredBlob Append(BlobRequest request, byte[] block)
    {
        lock (_guard)
        {
            var blob = Find(request);
            WriteConditions.Of(request).Require(blob);
            if (blob.Blocks >= options.MostBlocks)
                throw BlobErrors.BlockCountExceedsLimit(options.MostBlocks);
            return Put(request, blob with { Content = blob.Content.AddRange(block), Blocks = blob.Blocks + 1 });
        }
    }

    public StoredBlob SetMetadata(BlobRequest request, ImmutableSortedDictionary<string, string> metadata)
    {
        lock (_guard)
        {
            var blob = Find(request);
            WriteConditions.Of(request).Require(blob);
            return Put(request, blob with { Metadata = metadata });
        }
    }

    public StoredBlob Lease(BlobRequest request, Action<BlobLease> act)
    {
        lock (_guard)
        {
            var blob = Find(request);
            act(blob.Lease);
            return blob;
        }
    }

    public void Change(string container, string blob, Func<byte[], byte[]> change)
    {
        lock (_guard)
        {
            var stored = _containers[container][blob];
            _containers[container][blob] = Written(stored with { Content = [.. change([.. stored.Content])] });
        }
    }

    private StoredBlob Put(BlobRequest request, StoredBlob blob) => Container(request)[request.Blob] = Written(blob);

    private StoredBlob Written(StoredBlob blob) => blob with { ETag = $"\"0x{++_writes:X15}\"", Modified = options.Time.GetUtcNow() };

    private StoredBlob Find(BlobRequest request) =>
        Container(request).TryGetValue(request.Blob, out var blob) ? blob : throw BlobErrors.BlobNotFound();

    private SortedDictionary<string, StoredBlob> Container(BlobRequest request) =>
        _containers.TryGetValue(request.Container, out var blobs) ? blobs : throw BlobErrors.ContainerNotFound();
}
