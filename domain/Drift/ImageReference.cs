namespace ReleaseInfra.Domain.Drift;

/// <summary>What a host was told to pull, taken apart.</summary>
/// <param name="Server">Host of the registry; empty for Docker's own.</param>
/// <param name="Tag">Null for an image that is named by its digest.</param>
internal sealed record ImageReference(string Server, string Repository, string? Tag)
{
    public static ImageReference Parse(string text)
    {
        var digest = text.IndexOf('@', StringComparison.Ordinal);
        var named = digest < 0 ? text : text[..digest];
        var slash = named.IndexOf('/', StringComparison.Ordinal);
        // Before the first slash stands a server if it looks like a host, else a part of the repository.
        var hasServer = slash > 0 && named.AsSpan(0, slash).IndexOfAny('.', ':') >= 0;
        var server = hasServer ? named[..slash] : "";
        var rest = hasServer ? named[(slash + 1)..] : named;
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        var repository = colon < 0 ? rest : rest[..colon];
        return digest >= 0
            ? new ImageReference(server, repository, null)
            : new ImageReference(server, repository, colon < 0 ? "latest" : rest[(colon + 1)..]);
    }
}
