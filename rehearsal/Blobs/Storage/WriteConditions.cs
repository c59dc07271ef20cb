using System.Globalization;
using ReleaseInfra.Rehearsal.Blobs.Http;

namespace ReleaseInfra.Rehearsal.Blobs.Storage;

/// <summary>What must hold of a blob, or a write does nothing. Null for what the caller does not state.</summary>
internal sealed record WriteConditions(string? LeaseId, string? ETag, long? AppendPosition)
{
    public static WriteConditions Of(BlobRequest request) => new(
        request.Header("x-ms-lease-id"),
        request.Header("If-Match"),
        request.Header("x-ms-blob-condition-appendpos") is { } position ? long.Parse(position, CultureInfo.InvariantCulture) : null);

    /// <exception cref="BlobRefusedException">One does not hold.</exception>
    public void Require(StoredBlob blob)
    {
        blob.Lease.AllowWrite(LeaseId);
        if (ETag is not null && ETag != "*" && ETag != blob.ETag)
            throw BlobErrors.ConditionNotMet();
        if (AppendPosition is { } position && position != blob.Content.Length)
            throw BlobErrors.AppendPositionConditionNotMet();
    }
}
