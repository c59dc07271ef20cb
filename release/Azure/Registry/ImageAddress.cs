namespace ReleaseInfra.Cli.Azure.Registry;

/// <summary>Where the manifest of an image is.</summary>
/// <param name="Server">Empty for Docker's own registry.</param>
/// <param name="Reference">A tag, or a digest, which counts where an image has both.</param>
internal sealed record ImageAddress(string Server, string Repository, string Reference)
{
    /// <param name="image">As hosts pull it.</param>
    public static ImageAddress Parse(string image)
    {
        var at = image.IndexOf('@', StringComparison.Ordinal);
        var named = at < 0 ? image : image[..at];
        var slash = named.IndexOf('/', StringComparison.Ordinal);
        // Before the first slash stands a server if it looks like a host, else a part of the repository.
        var hasServer = slash > 0 && named.AsSpan(0, slash).IndexOfAny('.', ':') >= 0;
        var rest = hasServer ? named[(slash + 1)..] : named;
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        var tag = colon < 0 ? "latest" : rest[(colon + 1)..];
        return new ImageAddress(hasServer ? named[..slash] : "", colon < 0 ? rest : rest[..colon], at < 0 ? tag : image[(at + 1)..]);
    }
}
