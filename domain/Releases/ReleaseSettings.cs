using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Releases;

/// <summary>What each service runs and where its traffic goes: the part of the configuration that a release changes.</summary>
public sealed record ReleaseSettings(ImmutableSortedDictionary<string, ServiceRelease> Services)
{
    /// <summary>Nothing runs.</summary>
    public static readonly ReleaseSettings None =
        new(ImmutableSortedDictionary.Create<string, ServiceRelease>(StringComparer.Ordinal));
}

public abstract record ServiceRelease
{
    private protected ServiceRelease()
    {
    }
}

/// <summary>Two versions side by side, with traffic weighed between them.</summary>
/// <remarks>
/// Invariant: weights are whole, 0..100, and sum to 100; a slot with weight has a tag, and so has <see cref="Newest"/>.
/// </remarks>
/// <param name="Newest">The slot whose image the newest revision runs.</param>
public sealed record BlueGreenRelease(Slot Newest, SlotRelease Blue, SlotRelease Green) : ServiceRelease
{
    public SlotRelease this[Slot slot] => slot == Slot.Blue ? Blue : Green;

    /// <param name="weight">Percent for the slot; the other one has the rest.</param>
    public BlueGreenRelease Weighed(Slot slot, int weight) =>
        With(slot, this[slot] with { Weight = weight }).With(slot.Other(), this[slot.Other()] with { Weight = 100 - weight });

    /// <summary>With a version in a slot without traffic, as the newest.</summary>
    public BlueGreenRelease Staged(Slot slot, ImageTag tag)
    {
        // Staged already, or once before: only the former still is the newest revision, and no name is made twice.
        var revision = (this[slot].Tag == tag, Newest == slot) switch
        {
            (true, true) => this[slot].Revision,
            (true, false) => this[slot].Revision + 1,
            _ => 1,
        };
        return With(slot, new SlotRelease(tag, revision, Weight: 0)) with { Newest = slot };
    }

    private BlueGreenRelease With(Slot slot, SlotRelease release) =>
        slot == Slot.Blue ? this with { Blue = release } : this with { Green = release };
}

/// <summary>One version, replaced in place: workers, jobs, and sites on plans without slots.</summary>
public sealed record RollingRelease(ImageTag Tag) : ServiceRelease;

/// <param name="Tag">Null for a slot that has never been released to.</param>
/// <param name="Revision">From 1; raised when the same tag is released again with another template.</param>
public sealed record SlotRelease(ImageTag? Tag, int Revision, int Weight);
