using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Domain.Drift;

/// <param name="Registry">The registry's name in Azure.</param>
public sealed record ExpectedImage(string Registry, string Repository, ImageTag Tag)
{
    private const string Domain = ".azurecr.io";

    public override string ToString() => $"{Registry}{Domain}/{Repository}:{Tag}";

    internal ImageComparison Compare(LiveImage live)
    {
        var reference = ImageReference.Parse(live.Reference);
        if (!IsOurs(reference.Server) || reference.Repository != Repository)
            return new OtherImage(live.Reference);
        // A digest says nothing to a reader; the program names the tag beside it.
        return (reference.Tag ?? live.ReleaseTag) switch
        {
            null => new TagUnknown(),
            var tag when tag == Tag.Text => new SameImage(),
            _ => new OtherImage(reference.Tag is null ? $"{live.Reference} ({live.ReleaseTag})" : live.Reference),
        };
    }

    // Azure may add a hash to the host name of a registry, so that nobody can take the name over.
    private bool IsOurs(string server) =>
        server.EndsWith(Domain, StringComparison.OrdinalIgnoreCase)
        && server[..^Domain.Length] is var label
        && (label.Equals(Registry, StringComparison.OrdinalIgnoreCase) || label.StartsWith($"{Registry}-", StringComparison.OrdinalIgnoreCase));
}

internal abstract record ImageComparison
{
    private protected ImageComparison()
    {
    }
}

internal sealed record SameImage : ImageComparison;

internal sealed record OtherImage(string Live) : ImageComparison;

/// <summary>It is pinned to a digest, and nothing beside it names the tag.</summary>
internal sealed record TagUnknown : ImageComparison;
