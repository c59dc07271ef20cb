using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.AppService;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.Registry;

/// <summary>What a resource tells its host to pull.</summary>
internal static class UsedImages
{
    private const string Docker = "DOCKER|";

    private static readonly string[] Containers = ["containers[].image", "initContainers[].image"];

    public static IEnumerable<ImageName> Of(AzureResource resource) => resource.Type switch
    {
        "azure-native:app:ContainerApp" or "azure-native:app:Job" => resource.Select("template")
            .OfType<ImmutableSortedDictionary<string, object>>()
            .SelectMany(OfTemplate),
        SlotRules.SiteType or SlotRules.SlotType => Named(resource.Select("siteConfig.linuxFxVersion").OfType<string>()
            .Where(runs => runs.StartsWith(Docker, StringComparison.OrdinalIgnoreCase))
            .Select(runs => runs[Docker.Length..])),
        _ => [],
    };

    public static IEnumerable<ImageName> OfTemplate(ImmutableSortedDictionary<string, object> template) =>
        Named(Containers.SelectMany(path => PlainValues.Select(template, path)).OfType<string>());

    private static IEnumerable<ImageName> Named(IEnumerable<string> images) => images.Select(ImageName.Parse).OfType<ImageName>();
}
