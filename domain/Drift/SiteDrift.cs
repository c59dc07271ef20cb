namespace ReleaseInfra.Domain.Drift;

/// <summary>A site, its slot, and the share of requests that the slot gets.</summary>
internal static class SiteDrift
{
    private const string Image = "siteConfig.linuxFxVersion";

    public static void Find(ExpectedSite expected, LiveSite live, DriftList drift)
    {
        drift.Compare(expected.Service, expected.Resource, Image, expected.Image, Images(live.Image));
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
            drift.Compare(expected.Service, resource, Image, slot.Image, Images(found.Image));
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
            drift.Remedies.PutBack));
    }

    private static string SlotOf(ExpectedSite site, string slot) => $"{site.Resource}/slots/{slot}";

    private static System.Collections.Immutable.ImmutableArray<LiveImage> Images(LiveImage? image) => image is null ? [] : [image];

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
