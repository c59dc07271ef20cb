using ReleaseInfra.Rehearsal.Types;

namespace ReleaseInfra.Rehearsal.Registry;

/// <param name="Server">Host of the registry.</param>
/// <param name="Reference">A tag, or a digest with its algorithm.</param>
internal sealed record ImageName(string Server, string Repository, string Reference)
{
    private const string DigestStart = "sha256:";

    public bool IsByDigest => Reference.StartsWith(DigestStart, StringComparison.Ordinal);

    public string Digest => IsByDigest ? Reference : Images.Digest(ToString());

    /// <returns>Null for an image that names no registry: it is in none of Azure's.</returns>
    public static ImageName? Parse(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var named = at < 0 ? text : text[..at];
        var slash = named.IndexOf('/', StringComparison.Ordinal);
        // Before the first slash stands a server if it looks like a host, else a part of the repository.
        if (slash <= 0 || named.AsSpan(0, slash).IndexOfAny('.', ':') < 0)
            return null;

        var rest = named[(slash + 1)..];
        var repository = Images.Repository(rest);
        var tag = rest.Length > repository.Length ? rest[(repository.Length + 1)..] : "latest";
        return new ImageName(named[..slash], repository, at < 0 ? tag : text[(at + 1)..]);
    }

    public bool IsInSameRepository(ImageName other) =>
        Repository == other.Repository && Server.Equals(other.Server, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => $"{Server}/{Repository}{(IsByDigest ? '@' : ':')}{Reference}";
}
