using System.Collections.Immutable;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Domain.Journal;

/// <summary>What a stack's file says while a release goes through the stack: its own services as they stand, all others as they are.</summary>
public sealed record ReleaseConfiguration
{
    private readonly ReleaseBegan _began;
    private readonly ReleaseSettings _staged;

    private ReleaseConfiguration(ReleaseBegan began, ReleaseSettings staged) => (_began, _staged) = (began, staged);

    /// <param name="written">What the file says now, which a release that was begun before may have changed already.</param>
    /// <returns>Null where the file is not of this release: somebody else has changed a service that it moves.</returns>
    public static ReleaseConfiguration? Find(ReleaseBegan began, ReleaseSettings written)
    {
        var staged = written.Services.ToBuilder();
        foreach (var moved in began.Services)
        {
            if (Stage(moved, written.Services.GetValueOrDefault(moved.Service)) is not { } release)
                return null;
            staged[moved.Service] = release;
        }

        return new ReleaseConfiguration(began, new ReleaseSettings(staged.ToImmutable()));
    }

    /// <summary>A service's slots with the new version in place and without traffic.</summary>
    /// <exception cref="ArgumentException">The release moves no such service, or it has no slots.</exception>
    public BlueGreenRelease Slots(string service) =>
        Moved(service) is { Slot: not null } && _staged.Services[service] is BlueGreenRelease slots
            ? slots
            : throw new ArgumentException($"'{service}' has no slots in this release.", nameof(service));

    /// <summary>With everything that the state knows to be done, and nothing that it waits for.</summary>
    /// <param name="written">What the file says now, of services that the release does not move: the job that migrates is on its new version by then.</param>
    public ReleaseSettings At(RolloutState state, ReleaseSettings written) => new(written.Services.SetItems(_began.Services.Select(moved =>
        KeyValuePair.Create(moved.Service, Release(moved, state.NewWeight(moved.Service))))));

    /// <summary>The same, with one service of those without slots on its new or its old version.</summary>
    public ReleaseSettings At(RolloutState state, ReleaseSettings written, string service, bool isNew) => new(At(state, written).Services.SetItem(
        service, Release(Moved(service), isNew ? 100 : 0)));

    /// <summary>After a rollback: old versions with everything, new ones without traffic where they came to be.</summary>
    /// <param name="applied">What the engine applied last. A slot whose new version never came has what it had before.</param>
    /// <param name="written">What the file says now, of services that the release does not move.</param>
    public ReleaseSettings Back(ReleaseSettings applied, ReleaseSettings written) => new(written.Services.SetItems(
        _began.Services.Select(moved => KeyValuePair.Create(moved.Service, Back(moved, applied.Services.GetValueOrDefault(moved.Service))))));

    /// <summary>Before anything but the job that migrates is changed.</summary>
    public static ReleaseSettings Migrating(ReleaseSettings written, string job, ImageTag tag) =>
        new(written.Services.SetItem(job, new RollingRelease(tag)));

    private ServiceRelease Back(ReleasedService moved, ServiceRelease? applied) => (moved.Slot, applied) switch
    {
        ({ } slot, BlueGreenRelease slots) when slots[slot].Tag != moved.To => slots.Weighed(slot, 0),
        _ => Release(moved, 0),
    };

    private ServiceRelease Release(ReleasedService moved, int weight) => moved switch
    {
        { Slot: { } slot } => Slots(moved.Service).Weighed(slot, weight),
        { From: { } from } when weight < 100 => new RollingRelease(from),
        _ => new RollingRelease(moved.To),
    };

    private ReleasedService Moved(string service) => _began.Services.FirstOrDefault(moved => moved.Service == service)
        ?? throw new ArgumentException($"The release moves no '{service}'.", nameof(service));

    private static ServiceRelease? Stage(ReleasedService moved, ServiceRelease? written) => (moved.Slot, written) switch
    {
        ({ } slot, BlueGreenRelease slots) when slots[slot.Other()].Tag == moved.From && IsFree(slots, slot, moved.To) =>
            slots.Staged(slot, moved.To).Weighed(slot, 0),
        (null, RollingRelease rolling) when rolling.Tag == moved.From || rolling.Tag == moved.To => rolling,
        _ => null,
    };

    /// <summary>A slot that has traffic may have it for this release alone.</summary>
    private static bool IsFree(BlueGreenRelease slots, Slot slot, ImageTag tag) =>
        slots[slot].Weight == 0 || (slots[slot].Tag == tag && slots.Newest == slot);
}
