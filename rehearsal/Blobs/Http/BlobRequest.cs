using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace ReleaseInfra.Rehearsal.Blobs.Http;

/// <summary>A call as it came in: <c>/container/blob</c>, the blob with as many segments as it likes.</summary>
internal sealed class BlobRequest(HttpRequest request, CancellationToken cancellation)
{
    private const string MetadataPrefix = "x-ms-meta-";

    private readonly string[] _path = (request.Path.Value ?? "").TrimStart('/').Split('/', 2);

    public string Method => request.Method;

    public string Path => request.Path.Value ?? "";

    public string Address => $"{request.Scheme}://{request.Host}/";

    public string Container => _path[0];

    /// <summary>Empty for a call on the container.</summary>
    public string Blob => _path.Length > 1 ? _path[1] : "";

    public ImmutableSortedDictionary<string, string> Metadata => request.Headers
        .Where(header => header.Key.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase))
        .ToImmutableSortedDictionary(
            header => header.Key[MetadataPrefix.Length..].ToLowerInvariant(), header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where it is absent or empty.</summary>
    public string? Header(string name) => request.Headers[name].ToString() is { Length: > 0 } value ? value : null;

    /// <exception cref="BlobRefusedException">It is absent or empty.</exception>
    public string RequiredHeader(string name) => Header(name) ?? throw BlobErrors.MissingHeader(name);

    /// <summary>Null where it is absent or empty.</summary>
    public string? Query(string name) => request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    public async Task<byte[]> BodyAsync()
    {
        using var content = new MemoryStream();
        await request.Body.CopyToAsync(content, cancellation);
        return content.ToArray();
    }
}
