using System.Globalization;
using ReleaseInfra.Cli.Azure.Calls;

namespace ReleaseInfra.Cli.Journal.Blobs;

/// <summary>Calls of Blob Storage, in its wire format.</summary>
internal sealed class BlobRequests(string container, TimeProvider time)
{
    /// <summary>Of storage's interface; tokens need 2017-11-09 or later.</summary>
    private const string Version = "2024-11-04";

    private const string Xml = "application/xml";
    private const string Bytes = "application/octet-stream";

    public AzureRequest List(string prefix, string? marker)
    {
        var request = Request("GET", container) with { IsRead = true };
        request = request.With("restype", "container").With("comp", "list").With("prefix", prefix);
        return marker is null ? request : request.With("marker", marker);
    }

    public AzureRequest Get(string blob) => Request("GET", blob) with { IsRead = true };

    /// <summary>Nothing happens where there is one.</summary>
    public AzureRequest Create(string blob) => Request("PUT", blob)
        .WithHeader(BlobHeaders.BlobType, "AppendBlob")
        .WithHeader(BlobHeaders.IfNoneMatch, "*");

    public AzureRequest Append(string blob, BlobGuard guard, long at, ReadOnlyMemory<byte> block) =>
        Guarded(Request("PUT", blob).With("comp", "appendblock"), guard)
            .WithHeader(BlobHeaders.AppendPosition, at.ToString(CultureInfo.InvariantCulture)) with
        {
            Body = block.ToArray(),
            ContentType = Bytes,
        };

    /// <summary>All of it is replaced.</summary>
    public AzureRequest SetMetadata(string blob, BlobGuard guard, string name, string value) =>
        Guarded(Request("PUT", blob).With("comp", "metadata"), guard).WithHeader(BlobHeaders.MetadataPrefix + name, value);

    /// <summary>Proposed, so that to ask again after a lost answer is no claim of somebody else.</summary>
    public AzureRequest Acquire(string blob, string leaseId, TimeSpan duration) => Lease(blob, "acquire")
        .WithHeader(BlobHeaders.ProposedLeaseId, leaseId)
        .WithHeader(BlobHeaders.LeaseDuration, duration.TotalSeconds.ToString(CultureInfo.InvariantCulture));

    public AzureRequest Renew(string blob, string leaseId) => Lease(blob, "renew").WithHeader(BlobHeaders.LeaseId, leaseId);

    public AzureRequest Release(string blob, string leaseId) => Lease(blob, "release").WithHeader(BlobHeaders.LeaseId, leaseId);

    public AzureRequest Break(string blob) => Lease(blob, "break").WithHeader(BlobHeaders.LeaseBreakPeriod, "0");

    private AzureRequest Lease(string blob, string action) =>
        Request("PUT", blob).With("comp", "lease").WithHeader(BlobHeaders.LeaseAction, action);

    private static AzureRequest Guarded(AzureRequest request, BlobGuard guard) => request
        .WithHeader(BlobHeaders.LeaseId, guard.LeaseId)
        .WithHeader(BlobHeaders.IfMatch, guard.ETag);

    private AzureRequest Request(string method, string path) => (new AzureRequest(method, path) with { Accept = Xml })
        .WithHeader(BlobHeaders.Version, Version)
        .WithHeader(BlobHeaders.Date, time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture));
}

/// <summary>What must hold, or a write has no effect: the lease is ours, and nobody has written since.</summary>
internal sealed record BlobGuard(string LeaseId, string ETag);
