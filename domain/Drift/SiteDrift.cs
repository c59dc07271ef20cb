using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Drift;

/// <summary>A site, its slot, and the share of requests that the slot gets.</summary>
internal static class SiteDrift
{
    private const string Image = "siteConfig.linuxFxVersion";

    public static void Find(ExpectedSite expected, LiveSite live, DriftList drift)
    {
        CompareImage(expected, slot: null, expected.Resource, expected.Image, live.Image, drift);
        CompareRampUp(expected, live, drift);
        if (expected.Slot is { } slot)
            CompareSlot(expected, slot, live, drift);
        foreach (var other in live.Slots.Where(found => expected.Slot is not { } known || !Same(found.Name, known.Name)))
            drift.Undeclared(expected.Service, SlotOf(expected, other.Name));
    }

    private static void CompareSlot(ExpectedSite expected, ExpectedSlot slot, LiveSite live, DriftList drift)
    {
        drift.Look();
        var resource = SlotOf(expected, slot.Name);
        if (live.Slots.FirstOrDefault(found => Same(found.Name, slot.Name)) is { } found)
            CompareImage(expected, slot.Name, resource, slot.Image, found.Image, drift);
        else
            drift.Missing(expected.Service, resource);
    }

    private static void CompareRampUp(ExpectedSite expected, LiveSite live, DriftList drift)
    {
        // No rule is declared for a share of nothing.
        if (expected.Slot is { Percent: > 0 } slot && !live.RampUp.Any(rule => Same(rule.Slot, slot.Name)))
            Add(slot.Name, slot.Percent, live: null);
        foreach (var rule in live.RampUp)
        {
            var percent = expected.Slot is { } known && Same(rule.Slot, known.Name) && known.Percent > 0 ? known.Percent : (int?)null;
            if (percent is null || rule.Percent != percent)
                Add(rule.Slot, percent, rule.Percent);
        }

        void Add(string slotName, int? percent, double? live) => drift.Add(new DriftFinding(
            DriftKind.RampUp,
            expected.Service,
            expected.Resource,
            $"siteConfig.experiments.rampUpRules[{slotName}]",
            percent is { } share ? DriftValue.Of(share) : DriftValue.Of(null),
            live is { } found ? new DriftNumber(found) : DriftValue.Of(null),
            drift.Remedies.RampUp(expected.Name, expected.Slot)));
    }

    private static void CompareImage(
        ExpectedSite site, string? slot, string resource, ExpectedImage expected, LiveImage? live, DriftList drift)
    {
        ImmutableArray<LiveImage> images = live is null ? [] : [live];
        drift.Compare(
            site.Service, resource, Image, expected, images, drift.Remedies.SiteImage(site.Name, slot, expected.ToString()));
    }

    private static string SlotOf(ExpectedSite site, string slot) => $"{site.Resource}/slots/{slot}";

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
