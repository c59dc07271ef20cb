using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Types;

/// <summary>Docker images, as built and pushed, or as looked up in their registry.</summary>
internal static class Images
{
    public static void Register(Dictionary<string, ResourceRule> rules)
    {
        rules["docker:index/image:Image"] = new(Image) { Secret = ["registry.password"] };
        rules["docker:index/registryImage:RegistryImage"] = new(RegistryImage)
        {
            Immutable = ["name", "build"],
            Secret = ["authConfig.password"],
        };
        rules["docker:index/tag:Tag"] = new(Tag) { Immutable = ["sourceImage", "targetImage"] };
    }

    /// <summary>Of the reference alone, so that the same tag is the same image in every stack.</summary>
    public static string Digest(string reference) => "sha256:" + Derived.Hex($"image/{reference}", 64);

    public static string Repository(string reference)
    {
        var colon = reference.LastIndexOf(':');
        return colon > reference.LastIndexOf('/') ? reference[..colon] : reference;
    }

    private static ComputedResource Image(AzureScope scope, DeclaredResource resource)
    {
        var reference = resource.Text("imageName");
        var outputs = new Dictionary<string, object>
        {
            ["imageName"] = reference,
            ["baseImageName"] = reference,
            ["context"] = resource.TextOrNull("build.context") ?? ".",
            ["dockerfile"] = resource.TextOrNull("build.dockerfile") ?? "Dockerfile",
            ["registryServer"] = resource.TextOrNull("registry.server") ?? reference.Split('/')[0],
            ["repoDigest"] = $"{Repository(reference)}@{Digest(reference)}",
        };
        return new ComputedResource(reference, reference, outputs);
    }

    private static ComputedResource RegistryImage(AzureScope scope, DeclaredResource resource)
    {
        var reference = resource.Text("name");
        return new ComputedResource(reference, reference, new Dictionary<string, object>
        {
            ["name"] = reference,
            ["sha256Digest"] = Digest(reference),
        });
    }

    private static ComputedResource Tag(AzureScope scope, DeclaredResource resource)
    {
        var (source, target) = (resource.Text("sourceImage"), resource.Text("targetImage"));
        return new ComputedResource($"{source}.{target}", target, new Dictionary<string, object>
        {
            ["sourceImage"] = source,
            ["targetImage"] = target,
            ["sourceImageId"] = Digest(source),
        });
    }
}
