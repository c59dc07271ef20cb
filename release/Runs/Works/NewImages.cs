using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Runs.Works;

/// <summary>What a release pulls.</summary>
internal static class NewImages
{
    /// <returns>As hosts pull them.</returns>
    public static IEnumerable<string> Of(ReleaseBegan began, EnvironmentSettings settings)
    {
        var names = settings.Names();
        var images = began.Services.Select(service => (settings.Services[service.Service].Image, Tag: service.To));
        if (began.Course.Migrates && settings.Migration is { } migration)
            images = images.Append((migration.Image, began.Services[0].To));
        return images.Select(image => names.ImageOf(image.Image, image.Tag));
    }
}
