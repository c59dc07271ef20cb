using System.Collections.Immutable;
using System.Globalization;
using ReleaseInfra.Rehearsal.AppService;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Running.Probes;
using ReleaseInfra.Rehearsal.Store;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.Running.Versions;

/// <summary>What sites and their slots run. App Service has no revisions, so a version is known by what its telemetry says of it.</summary>
internal static class SiteVersions
{
    private const string TelemetryVersion = "service.version=";

    public static IEnumerable<WantedVersion> AllIn(AzureState state) =>
        from site in state.OfType(SlotRules.SiteType)
        from place in SlotRules.Of(state, site.Id).Prepend(site)
        select Of(site, place);

    public static string HostOf(AzureResource place) => (string)place.Outputs["defaultHostName"];

    /// <param name="place">The site itself, or one of its slots.</param>
    private static WantedVersion Of(AzureResource site, AzureResource place)
    {
        var settings = NamedVariables.Of(
            place.Select("siteConfig.appSettings[]"),
            setting => PlainValues.Select(setting, "value").FirstOrDefault() is string value
                && value.StartsWith("@Microsoft.KeyVault(", StringComparison.OrdinalIgnoreCase));
        var health = place.Declared.TextOrNull("siteConfig.healthCheckPath") is { Length: > 0 } path ? path : null;
        var port = int.TryParse(settings.Plain.GetValueOrDefault("WEBSITES_PORT"), NumberStyles.None, CultureInfo.InvariantCulture, out var stated)
            ? stated
            : 80;
        return new WantedVersion(
            new Place.OfSite(place.Id),
            new RunnableVersion(site.AzureName, VersionOf(place, settings.Plain), Image(place), port, health, settings.Plain, settings.Secret),
            VersionProbes.OfSite(health),
            Platform(site, place));
    }

    private static string VersionOf(AzureResource place, ImmutableSortedDictionary<string, string> settings) =>
        settings.GetValueOrDefault("OTEL_RESOURCE_ATTRIBUTES", "")
            .Split(',', StringSplitOptions.TrimEntries)
            .FirstOrDefault(attribute => attribute.StartsWith(TelemetryVersion, StringComparison.Ordinal))?[TelemetryVersion.Length..]
        is { Length: > 0 } version
            ? version
            : HostOf(place);

    private static string Image(AzureResource place) =>
        place.Declared.TextOrNull("siteConfig.linuxFxVersion")?.Split('|', 2) is ["DOCKER", var image] ? image : "";

    private static ImmutableSortedDictionary<string, string> Platform(AzureResource site, AzureResource place) =>
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
            .Add("WEBSITE_SITE_NAME", site.AzureName)
            .Add("WEBSITE_HOSTNAME", HostOf(place));
}
