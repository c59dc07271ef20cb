using System.Collections.Immutable;
using ReleaseInfra.Domain.Names;

namespace ReleaseInfra.Domain.Releases;

/// <summary>One row of an app's traffic table.</summary>
/// <param name="Revision">Full name.</param>
/// <param name="Weight">0..100; a row with 0 gives the revision its label, and so an address to be tested at.</param>
public sealed record TrafficShare(Slot Slot, string Revision, int Weight)
{
    /// <summary>The whole table, blue first: the slots with weight, and the newest even without.</summary>
    /// <remarks>
    /// Never by "latest revision", not even when the app is created: a new revision would take every request as soon as it
    /// is up. The order is fixed, so that a change of weights changes nothing but weights.
    /// </remarks>
    public static ImmutableArray<TrafficShare> Of(AzureName app, BlueGreenRelease release) =>
    [
        .. Row(app, release, Slot.Blue),
        .. Row(app, release, Slot.Green),
    ];

    private static ImmutableArray<TrafficShare> Row(AzureName app, BlueGreenRelease release, Slot slot) => release[slot] switch
    {
        { Weight: 0 } when slot != release.Newest => [],
        { Tag: { } tag } held => [new TrafficShare(slot, RevisionNames.Full(app, slot, tag, held.Revision), held.Weight)],
        _ => throw new ArgumentException($"{app}: slot {slot.Name()} is to be served but has no tag.", nameof(release)),
    };
}
