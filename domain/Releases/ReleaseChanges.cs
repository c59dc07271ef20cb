using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Releases;

public static class ReleaseChanges
{
    private static readonly Running Nothing = new(null, null, null);

    /// <summary>By service, blue before green; only slots in which something differs.</summary>
    /// <param name="previous">Null for an environment that nothing has been released to.</param>
    public static ImmutableArray<ReleaseChange> Between(ReleaseSettings? previous, ReleaseSettings next)
    {
        var changes = ImmutableArray.CreateBuilder<ReleaseChange>();
        foreach (var service in (previous?.Services.Keys ?? []).Union(next.Services.Keys).Order(StringComparer.Ordinal))
        {
            var (before, after) = (previous?.Services.GetValueOrDefault(service), next.Services.GetValueOrDefault(service));
            Add(null);
            Add(Slot.Blue);
            Add(Slot.Green);

            void Add(Slot? slot)
            {
                if (Change(service, slot, In(before, slot), In(after, slot)) is { } change)
                    changes.Add(change);
            }
        }

        return changes.ToImmutable();
    }

    /// <param name="slot">Null for what a service without slots runs.</param>
    private static Running In(ServiceRelease? release, Slot? slot) => release switch
    {
        RollingRelease rolling => slot is null ? new Running(rolling.Tag, null, null) : Nothing,
        BlueGreenRelease slots => slot is { } named ? Running.Of(slots[named]) : Nothing,
        null => Nothing,
        _ => throw new ArgumentException($"Unknown release {release.GetType().Name}.", nameof(release)),
    };

    private static ReleaseChange? Change(string service, Slot? slot, Running before, Running after)
    {
        if (before == after)
            return null;
        var (tag, weight, revision) = (before.Tag != after.Tag, before.Weight != after.Weight, before.Revision != after.Revision);
        return new ReleaseChange(
            service,
            slot,
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
