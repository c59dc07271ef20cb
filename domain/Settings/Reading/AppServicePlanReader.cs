using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;
using ReleaseInfra.Domain.Settings.Rules;

namespace ReleaseInfra.Domain.Settings.Reading;

internal static class AppServicePlanReader
{
    private static readonly Key<PlanSku> Sku =
        new("sku", Form.Choice(Array.ConvertAll(PlanSku.All, sku => sku.Name), PlanSku.All));

    private static readonly Key<int> Instances = new("instances", Form.Whole(1, PlanSku.MostInstancesOfAll));
    private static readonly Key<bool> ZoneRedundant = new("zoneRedundant", Form.Flag());

    public static readonly SectionKey Key =
        new SectionKey("appServicePlan", new KeyTable(Sku, Instances, ZoneRedundant)).Optional();

    /// <summary>Null also where the SKU is unknown: whether there are slots depends on it.</summary>
    public static AppServicePlanSettings? Read(Section parent)
    {
        if (parent.Open(Key) is not { } section)
            return null;
        var sku = section.Read(Sku);
        var instances = section.Read(Instances);
        var zones = section.Read(ZoneRedundant);
        if (!section.AreSound(Sku))
            return null;
        if (section.AreSound(Instances))
            Check(section, sku, instances, zones);
        return new AppServicePlanSettings(sku.Name, instances, zones, sku.HasSlots);
    }

    private static void Check(Section section, PlanSku sku, int instances, bool zones)
    {
        if (instances > sku.MostInstances)
            section.Problems.Add(SettingsProblems.PlanTooManyInstances(section.PlaceOf(Instances), sku.Name, sku.MostInstances));
        if (zones && (!sku.HasZones || instances < 2))
            section.Problems.Add(SettingsProblems.PlanZones(section.PlaceOf(ZoneRedundant), sku.Name, instances));
    }
}
