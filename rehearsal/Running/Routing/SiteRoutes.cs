using System.Globalization;
using ReleaseInfra.Rehearsal.AppService;
using ReleaseInfra.Rehearsal.Ingress;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Running.Versions;
using ReleaseInfra.Rehearsal.Store;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.Running.Routing;

/// <summary>A site's hosts: its own by its ramp-up rules, and one for each slot.</summary>
/// <remarks>Azure keeps a visitor where a cookie says; here each request is split by itself.</remarks>
internal static class SiteRoutes
{
    public static IEnumerable<PlannedRoute> Of(AzureState state, Func<Place, Backend> behind) =>
        state.OfType(SlotRules.SiteType).SelectMany(site => Of(site, [.. SlotRules.Of(state, site.Id)], behind));

    private static IEnumerable<PlannedRoute> Of(AzureResource site, AzureResource[] slots, Func<Place, Backend> behind)
    {
        var rerouted = slots.Select(slot => new Share(Behind(slot), WeightOf(site, slot))).Where(share => share.Weight > 0).ToArray();
        var own = new Share(Behind(site), 100 - rerouted.Sum(share => share.Weight));
        yield return PlannedRoute.Split(site.AzureName, SiteVersions.HostOf(site), rerouted.Prepend(own));
        foreach (var slot in slots)
            yield return PlannedRoute.To(site.AzureName, SiteVersions.HostOf(slot), Behind(slot));

        Backend Behind(AzureResource place) => behind(new Place.OfSite(place.Id));
    }

    /// <summary>In whole percent. A rule for a slot that is not there leads nowhere, and what it would have had stays with the site.</summary>
    private static int WeightOf(AzureResource site, AzureResource slot) => (int)Math.Round(site
        .Select("siteConfig.experiments.rampUpRules[]")
        .Where(rule => IsFor(slot, rule))
        .Sum(rule => Convert.ToDouble(PlainValues.Select(rule, "reroutePercentage").FirstOrDefault() ?? 0d, CultureInfo.InvariantCulture)));

    private static bool IsFor(AzureResource slot, object rule) => PlainValues.Select(rule, "actionHostName").FirstOrDefault() is string host
        ? host.Equals(SiteVersions.HostOf(slot), StringComparison.OrdinalIgnoreCase)
        : slot.AzureName.Equals(PlainValues.Select(rule, "name").FirstOrDefault() as string, StringComparison.OrdinalIgnoreCase);
}
