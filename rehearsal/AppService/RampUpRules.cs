using System.Globalization;
using ReleaseInfra.Rehearsal.Rules;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.AppService;

/// <summary>A site's shares for its slots; what is left is the site's own.</summary>
/// <remarks>App Service's codes for these are not documented; its plain <c>BadRequest</c> stands for them.</remarks>
internal static class RampUpRules
{
    private const string Path = "siteConfig.experiments.rampUpRules";

    public static void Check(PutRequest put)
    {
        if (put.Desired.Type != SlotRules.SiteType)
            return;

        var sum = 0d;
        foreach (var rule in put.Desired.Select(Path + "[]"))
        {
            var name = PlainValues.Select(rule, "name").FirstOrDefault() as string ?? "";
            sum += Share(put, rule, name);
            // A site that is being created has no slot yet: its rules are taken, and lead nowhere until the slot is there.
            if (put.Existing is not null && !NamesSlot(put, rule, name))
                throw put.BadRequest("BadRequest", Path, $"the ramp-up rule '{name}' names no slot of the site. {Known(put)}");
        }

        if (sum > 100)
            throw put.BadRequest("BadRequest", Path, string.Create(CultureInfo.InvariantCulture, $"the ramp-up rules reroute {sum} percent, which is more than 100."));
    }

    private static double Share(PutRequest put, object rule, string name)
    {
        var share = PlainValues.Select(rule, "reroutePercentage").FirstOrDefault() is { } stated
            ? Convert.ToDouble(stated, CultureInfo.InvariantCulture)
            : 0;
        return share is >= 0 and <= 100
            ? share
            : throw put.BadRequest(
                "BadRequest", Path, string.Create(CultureInfo.InvariantCulture, $"the ramp-up rule '{name}' reroutes {share} percent; it takes 0 to 100."));
    }

    /// <summary>By its host name where one is given, as Azure routes by that; else by its own name.</summary>
    private static bool NamesSlot(PutRequest put, object rule, string name)
    {
        var host = PlainValues.Select(rule, "actionHostName").FirstOrDefault() as string;
        return SlotRules.Of(put.State, put.Desired.Id).Any(slot => host is null
            ? slot.AzureName.Equals(name, StringComparison.OrdinalIgnoreCase)
            : host.Equals(slot.Outputs["defaultHostName"] as string, StringComparison.OrdinalIgnoreCase));
    }

    private static string Known(PutRequest put)
    {
        var slots = SlotRules.Of(put.State, put.Desired.Id).Select(slot => slot.AzureName).ToArray();
        return slots.Length == 0 ? "It has none." : $"It has: {string.Join(", ", slots)}.";
    }
}
