using ReleaseInfra.Rehearsal.Blobs.Http;
using ReleaseInfra.Rehearsal.Blobs.Storage;

namespace ReleaseInfra.Rehearsal.Blobs.Calls;

/// <summary>Everything that is served. <c>docs/blob-wire.md</c> says what each takes and gives.</summary>
internal static class ServedBlobCalls
{
    public static IReadOnlyList<BlobCall> Over(BlobStorage storage) =>
    [
        .. new LeaseCalls(storage).All,
        .. new WriteCalls(storage).All,
        .. new ReadBlobCalls(storage).All,
    ];
}
