using System.Globalization;
using ReleaseInfra.Rehearsal.Blobs.Http;
using ReleaseInfra.Rehearsal.Blobs.Storage;

namespace ReleaseInfra.Rehearsal.Blobs.Calls;

internal sealed class WriteCalls(BlobStorage storage)
{
    private const string Type = "x-ms-blob-type";

    public IEnumerable<BlobCall> All =>
    [
        new("blobs.create", "PUT", OnBlob: true, Operation: null, CreateAsync),
        new("blobs.append", "PUT", OnBlob: true, "appendblock", AppendAsync),
        new("blobs.setMetadata", "PUT", OnBlob: true, "metadata", SetMetadataAsync),
    ];

    private async Task<BlobAnswer> CreateAsync(BlobRequest request)
    {
        if (request.RequiredHeader(Type) != "AppendBlob")
            throw BlobErrors.InvalidHeader(Type);
        if ((await request.BodyAsync()).Length > 0)
            throw BlobErrors.InvalidHeader("Content-Length");
        return BlobAnswer.Of(201, storage.Create(request, onlyNew: request.Header("If-None-Match") == "*"));
    }

    private async Task<BlobAnswer> AppendAsync(BlobRequest request)
    {
        var block = await request.BodyAsync();
        if (block.Length == 0)
            throw BlobErrors.InvalidHeader("Content-Length");
        var blob = storage.Append(request, block);
        return BlobAnswer.Of(201, blob)
            .With("x-ms-blob-append-offset", (blob.Content.Length - block.Length).ToString(CultureInfo.InvariantCulture))
            .With("x-ms-blob-committed-block-count", blob.Blocks.ToString(CultureInfo.InvariantCulture));
    }

    private Task<BlobAnswer> SetMetadataAsync(BlobRequest request) =>
        Task.FromResult(BlobAnswer.Of(200, storage.SetMetadata(request, request.Metadata)));
}
