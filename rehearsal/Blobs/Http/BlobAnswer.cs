using System.Collections.Immutable;
using System.Globalization;
using ReleaseInfra.Rehearsal.Blobs.Storage;

namespace ReleaseInfra.Rehearsal.Blobs.Http;

/// <param name="ContentType">Null where there is no content.</param>
internal sealed record BlobAnswer(int Status, ImmutableArray<(string Name, string Value)> Headers, string? ContentType, ImmutableArray<byte> Content)
{
    public static BlobAnswer Empty(int status) => new(status, [], null, []);

    public static BlobAnswer Of(int status, StoredBlob blob) => Empty(status)
        .With("ETag", blob.ETag)
        .With("Last-Modified", blob.Modified.ToString("R", CultureInfo.InvariantCulture));

    public BlobAnswer With(string header, string value) => this with { Headers = Headers.Add((header, value)) };
}
