using System.Collections.Immutable;

namespace ReleaseInfra.Rehearsal.Blobs.Storage;

/// <summary>An append blob as it is at one moment.</summary>
/// <param name="ETag">With its quotation marks; another one after each write, and the same after whatever happens to a lease.</param>
internal sealed record StoredBlob(
    ImmutableArray<byte> Content, int Blocks, ImmutableSortedDictionary<string, string> Metadata, string ETag, DateTimeOffset Modified, BlobLease Lease)
{
    public static ImmutableSortedDictionary<string, string> NoMetadata { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);
}
