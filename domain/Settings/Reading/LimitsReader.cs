using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

internal static class LimitsReader
{
    private static readonly Key<decimal> ErrorRatePercent = new("errorRatePercent", Form.Decimal(0, 100));
    private static readonly Key<int> P95Milliseconds = new("p95Milliseconds", Form.Whole(1, 600_000));

    public static readonly KeyTable Keys = new(ErrorRatePercent, P95Milliseconds);

    public static HealthLimits Read(Section? section) => section is null
        ? new HealthLimits(0, 0)
        : new HealthLimits(section.Read(ErrorRatePercent), section.Read(P95Milliseconds));

    /// <summary>Limits that would never be reached, because the outer ones end the release before, are problems.</summary>
    public static HealthLimits ReadWithin(Section? section, Section? outer)
    {
        var limits = Read(section);
        if (section is not { IsSound: true } || outer is not { IsSound: true })
            return limits;
        var outerLimits = Read(outer);
        if (limits.ErrorRatePercent > outerLimits.ErrorRatePercent)
            Loose(section, outer, ErrorRatePercent);
        if (limits.P95Milliseconds > outerLimits.P95Milliseconds)
            Loose(section, outer, P95Milliseconds);
        return limits;
    }

    private static void Loose(Section section, Section outer, Key key) =>
        section.Problems.Add(SettingsProblems.WatchLooserThanRollBack(section.PlaceOf(key), outer.PlaceOf(key).Value!));
}
