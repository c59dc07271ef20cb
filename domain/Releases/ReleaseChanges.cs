using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Releases;

public static class ReleaseChanges
{
    // Before both slots in order.
    private const int WithoutSlots = -1;

    private static readonly Running Nothing = new(null, null, null);

    /// <summary>By service, blue before green; only slots in which something differs.</summary>
    /// <param name="previous">Null for an environment that nothing has been released to.</param>
    public static ImmutableArray<ReleaseChange> Between(ReleaseSettings? previous, ReleaseSettings next)
    {
        var services = (previous?.Services.Keys ?? []).Union(next.Services.Keys).Order(StringComparer.Ordinal);
        return
        [
            .. from service in services
               let before = Slots(previous?.Services.GetValueOrDefault(service))
               let after = Slots(next.Services.GetValueOrDefault(service))
               from slot in before.Keys.Union(after.Keys).Order()
               let change = Change(service, slot, before.GetValueOrDefault(slot, Nothing), after.GetValueOrDefault(slot, Nothing))
               where change is not null
               select change,
        ];
    }

    private static ImmutableSortedDictionary<int, Running> Slots(ServiceRelease? release) => release switch
    {
        null => ImmutableSortedDictionary<int, Running>.Empty,
        RollingRelease rolling => ImmutableSortedDictionary<int, Running>.Empty.Add(WithoutSlots, new Running(rolling.Tag, null, null)),
        BlueGreenRelease slots => ImmutableSortedDictionary<int, Running>.Empty
            .Add((int)Slot.Blue, Running.Of(slots.Blue))
            .Add((int)Slot.Green, Running.Of(slots.Green)),
        _ => throw new ArgumentException($"Unknown release {release.GetType().Name}.", nameof(release)),
    };

    private static ReleaseChange? Change(string service, int slot, Running before, Running after)
    {
        if (before == after)
            return null;
        var (tag, weight, revision) = (before.Tag != after.Tag, before.Weight != after.Weight, before.Revision != after.Revision);
        return new ReleaseChange(
            service,
            slot == WithoutSlots ? null : (Slot)slot,
            tag ? before.Tag : null,
            tag ? after.Tag : null,
            weight ? before.Weight : null,
            weight ? after.Weight : null,
            revision ? before.Revision : null,
            revision ? after.Revision : null);
    }

    /// <summary>A slot without a tag runs nothing: its weight and revision mean nothing either.</summary>
    private sealed record Running(ImageTag? Tag, int? Weight, int? Revision)
    {
        public static Running Of(SlotRelease slot) => slot.Tag is null ? Nothing : new Running(slot.Tag, slot.Weight, slot.Revision);
    }
}
