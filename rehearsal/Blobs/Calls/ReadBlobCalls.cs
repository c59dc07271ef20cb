using System.Globalization;
using System.Xml.Linq;
using ReleaseInfra.Rehearsal.Blobs.Http;
using ReleaseInfra.Rehearsal.Blobs.Storage;

namespace ReleaseInfra.Rehearsal.Blobs.Calls;

internal sealed class ReadBlobCalls(BlobStorage storage)
{
    public IEnumerable<BlobCall> All =>
    [
        new("blobs.get", "GET", OnBlob: true, Operation: null, GetAsync),
        new("blobs.list", "GET", OnBlob: false, "list", ListAsync),
    ];

    private Task<BlobAnswer> GetAsync(BlobRequest request)
    {
        var blob = storage.Get(request);
        var answer = BlobAnswer.Of(200, blob) with { ContentType = "application/octet-stream", Content = blob.Content };
        answer = answer
            .With("x-ms-blob-type", "AppendBlob")
            .With("x-ms-blob-committed-block-count", blob.Blocks.ToString(CultureInfo.InvariantCulture))
            .With("x-ms-lease-state", blob.Lease.State.ToString().ToLowerInvariant())
            .With("x-ms-lease-status", blob.Lease.State == LeaseState.Leased ? "locked" : "unlocked");
        return Task.FromResult(blob.Metadata.Aggregate(answer, (known, entry) => known.With($"x-ms-meta-{entry.Key}", entry.Value)));
    }

    /// <summary>The marker is the name that the page begins with; Azure's says as much to nobody else.</summary>
    private Task<BlobAnswer> ListAsync(BlobRequest request)
    {
        var (prefix, marker) = (request.Query("prefix") ?? "", request.Query("marker") ?? "");
        var found = storage.List(request, prefix);
        var left = found.Where(blob => string.CompareOrdinal(blob.Name, marker) >= 0).ToArray();
        var page = left.Take(storage.PageSize).Select(blob => new XElement(
            "Blob",
            new XElement("Name", blob.Name),
            new XElement(
                "Properties",
                new XElement("Last-Modified", blob.Blob.Modified.ToString("R", CultureInfo.InvariantCulture)),
                new XElement("Etag", blob.Blob.ETag.Trim('"')),
                new XElement("Content-Length", blob.Blob.Content.Length),
                new XElement("BlobType", "AppendBlob"))));
        var root = new XElement(
            "EnumerationResults",
            new XAttribute("ServiceEndpoint", request.Address),
            new XAttribute("ContainerName", request.Container),
            new XElement("Prefix", prefix),
            new XElement("Blobs", page),
            new XElement("NextMarker", left.Length > storage.PageSize ? left[storage.PageSize].Name : null));
        return Task.FromResult(BlobAnswer.Empty(200) with { ContentType = "application/xml", Content = WireXml.Of(root) });
    }
}
