namespace ReleaseInfra.Domain.Settings.Rules;

/// <summary>An App Service SKU for Linux containers, with what it can do.</summary>
internal sealed record PlanSku(string Name, int MostInstances, bool HasSlots, bool HasZones)
{
    public const int MostInstancesOfAll = 30;

    public static PlanSku[] All { get; } =
    [
        .. Of(["B1", "B2", "B3"], mostInstances: 3, slots: false, zones: false),
        .. Of(["S1", "S2", "S3"], mostInstances: 10, slots: true, zones: false),
        .. Of(["P1v2", "P2v2", "P3v2"], MostInstancesOfAll, slots: true, zones: true),
        .. Of(["P0v3", "P1v3", "P2v3", "P3v3", "P1mv3", "P2mv3", "P3mv3", "P4mv3", "P5mv3"], MostInstancesOfAll, slots: true, zones: true),
    ];

    private static PlanSku[] Of(string[] names, int mostInstances, bool slots, bool zones) =>
        Array.ConvertAll(names, name => new PlanSku(name, mostInstances, slots, zones));
}
