using System.Text.RegularExpressions;
using ReleaseInfra.Rehearsal.AppService;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Rules.Tiers;

/// <summary>What an App Service plan's SKU allows.</summary>
internal static partial class PlanTiers
{
    /// <summary>Beside the site itself.</summary>
    public static int SlotsOf(AzureResource plan) => plan.Declared.TextOrNull("sku.name") switch
    {
        { } sku when Standard().IsMatch(sku) => 5,
        { } sku when ElasticPremium().IsMatch(sku) => 3,
        { } sku when PremiumOrIsolated().IsMatch(sku) => 20,
        _ => 0,
    };

    public static void Check(PutRequest put)
    {
        if (put.Desired.Type != "azure-native:web:AppServicePlan")
            return;

        var sku = put.Desired.Declared.TextOrNull("sku.name");
        if (put.Desired.Declared.Flag("zoneRedundant", otherwise: false) && !(sku is not null && ZoneRedundant().IsMatch(sku)))
            throw put.BadRequest("BadRequest", "zoneRedundant", $"zoneRedundant needs a SKU of Premium v2, v3 or v4 or Isolated v2; it is '{sku}'.");

        RefuseFewerSlots(put);
    }

    private static void RefuseFewerSlots(PutRequest put)
    {
        var allowed = SlotsOf(put.Desired);
        var crowded = put.State.OfType("azure-native:web:WebApp")
            .Where(site => ResourceIds.Same(site.Declared.TextOrNull("serverFarmId") ?? "", put.Desired.Id))
            .FirstOrDefault(site => SlotRules.Of(put.State, site.Id).Count() > allowed);
        if (crowded is not null)
            throw put.Conflict("Conflict", "sku.name", $"the site '{crowded.AzureName}' has more slots than the {allowed} of SKU '{put.Desired.Declared.TextOrNull("sku.name")}'.");
    }

    [GeneratedRegex("^S[1-3]$")]
    private static partial Regex Standard();

    [GeneratedRegex("^EP[1-3]$")]
    private static partial Regex ElasticPremium();

    [GeneratedRegex("^(P|I)[0-9]")]
    private static partial Regex PremiumOrIsolated();

    [GeneratedRegex("^(P[0-9]m?v[234]|I[1-6]m?v2)$")]
    private static partial Regex ZoneRedundant();
}
