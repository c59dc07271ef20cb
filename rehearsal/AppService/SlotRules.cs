using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Rules;
using ReleaseInfra.Rehearsal.Rules.Tiers;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Rehearsal.AppService;

/// <summary>How many slots a site may have is its plan's.</summary>
internal static class SlotRules
{
    public const string SiteType = "azure-native:web:WebApp";
    public const string SlotType = "azure-native:web:WebAppSlot";

    /// <summary>The host name has the site's, a hyphen and the slot's name, and DNS takes 63 characters, of which Azure keeps some.</summary>
    private const int LongestHost = 59;

    public static void Check(PutRequest put)
    {
        if (put.Desired.Type != SlotType || put.Existing is not null)
            return;

        var site = put.State.Find(ResourceIds.ParentOf(put.Desired.Id)!)!;
        var length = site.AzureName.Length + 1 + put.Desired.AzureName.Length;
        if (length >= LongestHost)
        {
            throw put.BadRequest(
                "BadRequest", "slot", $"the host name '{site.AzureName}-{put.Desired.AzureName}' has {length} characters; it must have fewer than {LongestHost}.");
        }

        if (put.State.Find(site.Declared.TextOrNull("serverFarmId") ?? "") is not { } plan)
            return;

        var allowed = PlanTiers.SlotsOf(plan);
        if (Of(put.State, site.Id).Count() >= allowed)
        {
            throw put.Conflict(
                "Conflict",
                "slot",
                $"the site '{site.AzureName}' would exceed the {allowed} slots of its plan '{plan.AzureName}', whose SKU is '{plan.Declared.TextOrNull("sku.name")}'.");
        }
    }

    public static IEnumerable<AzureResource> Of(AzureState state, string siteId) =>
        state.Beneath(siteId).Where(child => child.Type == SlotType);
}
