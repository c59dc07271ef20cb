using System.Collections.Immutable;
using ReleaseInfra.Cli.Proofs;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Proofs;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Runs.Works;

/// <summary>What a release pulls.</summary>
internal static class NewImages
{
    /// <summary>What is not there cannot be started, and a deployment of it would be found out only by waiting.</summary>
    /// <returns>A sentence for each image that is not there, or of which nobody knows.</returns>
    public static async Task<ImmutableArray<string>> MissingAsync(
        ReleaseBegan began, EnvironmentSettings settings, IImageRegistry registry, CancellationToken cancellation)
    {
        var missing = ImmutableArray.CreateBuilder<string>();
        foreach (var image in Of(began, settings))
        {
            switch (await registry.FindAsync(image, cancellation))
            {
                case Absent<string>:
                    missing.Add($"The image {image} is not in the registry: push it, or release a version that is there.");
                    break;
                case NotKnown<string> unknown:
                    missing.Add($"Whether the image {image} is in the registry is not known: {unknown.Why}.");
                    break;
            }
        }

        return missing.ToImmutable();
    }

    /// <returns>As hosts pull them.</returns>
    private static IEnumerable<string> Of(ReleaseBegan began, EnvironmentSettings settings)
    {
        var names = settings.Names();
        var images = began.Services.Select(service => (settings.Services[service.Service].Image, Tag: service.To));
        if (began.Course.Migrates && settings.Migration is { } migration)
            images = images.Append((migration.Image, began.Services[0].To));
        return images.Select(image => names.ImageOf(image.Image, image.Tag));
    }
}
