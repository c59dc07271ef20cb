using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Domain.Releases.Rules;

/// <summary>A version comes to production only after staging has run it with all traffic.</summary>
internal static class PromotionRule
{
    /// <param name="written">The object of release-infra:release.</param>
    /// <param name="previous">Null where what ran before is not known.</param>
    public static void Check(
        ObjectNode written,
        ReleaseSettings? previous,
        ReleaseSettings next,
        StagingEvidence evidence,
        ProblemList problems)
    {
        switch (evidence)
        {
            case NoEvidenceNeeded:
                return;
            case StagingUnknown staging:
                problems.Add(ReleaseProblems.StagingUnreadable(Place.Of(written), staging.File));
                return;
            case StagingRelease staging:
                foreach (var (service, release) in next.Services)
                    Check(written, service, previous?.Services.GetValueOrDefault(service), release, previous is not null, staging, problems);
                return;
            default:
                throw new ArgumentException($"Unknown evidence {evidence.GetType().Name}.", nameof(evidence));
        }
    }

    private static void Check(
        ObjectNode written,
        string service,
        ServiceRelease? previous,
        ServiceRelease next,
        bool previousIsKnown,
        StagingRelease staging,
        ProblemList problems)
    {
        var proved = Proved(staging.Release.Services.GetValueOrDefault(service));
        var running = Tags(previous).Select(slot => slot.Tag).ToHashSet();
        foreach (var (tag, path) in previousIsKnown ? Tags(next) : Newest(next))
        {
            if (running.Contains(tag) || proved.Contains(tag) || (!previousIsKnown && IsBehind(tag, proved)))
                continue;
            problems.Add(ReleaseProblems.NotProvedInStaging(Place.Find(written, $"{service}.{path}"), service, tag, proved));
        }
    }

    // Without the release before, a version that production has run for weeks cannot be told from a new one, and staging
    // has long gone past it. Refusing it would refuse every preview, and every rollback.
    private static bool IsBehind(ImageTag tag, HashSet<ImageTag> proved) =>
        proved.Any(other => VersionOrder.Compare(tag, other) is < 0);

    // Beside the newest slot stands the version that had all traffic before the newest one came.
    private static HashSet<ImageTag> Proved(ServiceRelease? staging) => staging switch
    {
        null => [],
        RollingRelease rolling => [rolling.Tag],
        BlueGreenRelease slots =>
        [
            .. Enum.GetValues<Slot>()
                .Where(slot => slots[slot].Weight == 100 || slot != slots.Newest)
                .Select(slot => slots[slot].Tag)
                .OfType<ImageTag>(),
        ],
        _ => throw new ArgumentException($"Unknown release {staging.GetType().Name}.", nameof(staging)),
    };

    private static IEnumerable<(ImageTag Tag, string Path)> Tags(ServiceRelease? release) => release switch
    {
        BlueGreenRelease slots => OfSlot(slots, Slot.Blue).Concat(OfSlot(slots, Slot.Green)),
        _ => Newest(release),
    };

    private static IEnumerable<(ImageTag Tag, string Path)> Newest(ServiceRelease? release) => release switch
    {
        null => [],
        RollingRelease rolling => [(rolling.Tag, "tag")],
        BlueGreenRelease slots => OfSlot(slots, slots.Newest),
        _ => throw new ArgumentException($"Unknown release {release.GetType().Name}.", nameof(release)),
    };

    private static IEnumerable<(ImageTag Tag, string Path)> OfSlot(BlueGreenRelease release, Slot slot) =>
        release[slot].Tag is { } tag ? [(tag, $"{slot.Name()}.tag")] : [];
}
