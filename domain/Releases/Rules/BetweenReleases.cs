using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Domain.Releases.Rules;

/// <summary>What one release may change of the release that runs.</summary>
internal static class BetweenReleases
{
    /// <param name="written">The object of release-infra:release.</param>
    /// <param name="hasRevisions">Whether the service's slots are revisions, of which only the newest slot's is made.</param>
    public static void Check(
        ObjectNode written,
        ReleaseSettings previous,
        ReleaseSettings next,
        Func<string, bool> hasRevisions,
        ProblemList problems)
    {
        foreach (var (service, release) in next.Services)
        {
            if (release is BlueGreenRelease after && previous.Services.GetValueOrDefault(service) is BlueGreenRelease before)
                Check(written, service, before, after, hasRevisions(service), problems);
        }
    }

    private static void Check(
        ObjectNode written,
        string service,
        BlueGreenRelease before,
        BlueGreenRelease after,
        bool hasRevisions,
        ProblemList problems)
    {
        Slot[] changed = [.. Enum.GetValues<Slot>().Where(slot => Changes(before[slot], after[slot]))];
        Slot[] inTraffic = [.. changed.Where(slot => before[slot].Weight > 0)];
        foreach (var slot in inTraffic)
        {
            var key = before[slot].Tag == after[slot].Tag ? "revision" : "tag";
            var place = Place.Find(written, $"{service}.{slot.Name()}.{key}");
            problems.Add(ReleaseProblems.SlotInTraffic(place, service, slot, before[slot], after[slot]));
        }

        if (inTraffic.Length > 0)
            return;
        if (changed.Length > 1)
            problems.Add(ReleaseProblems.TwoSlotsChanged(Place.Find(written, service), service));
        else if (hasRevisions)
            CheckNewest(Place.Find(written, $"{service}.newest"), service, before, after, changed, problems);
    }

    private static void CheckNewest(
        Place newest,
        string service,
        BlueGreenRelease before,
        BlueGreenRelease after,
        Slot[] changed,
        ProblemList problems)
    {
        if (changed is [var slot] && after[slot].Tag is not null && after.Newest != slot)
            problems.Add(ReleaseProblems.ChangedSlotNotNewest(newest, service, slot));
        else if (after.Newest != before.Newest && !changed.Contains(after.Newest) && after[after.Newest].Tag is not null)
            problems.Add(ReleaseProblems.RevisionExists(newest, service, after.Newest, after[after.Newest]));
    }

    private static bool Changes(SlotRelease before, SlotRelease after) =>
        before.Tag != after.Tag || (after.Tag is not null && before.Revision != after.Revision);
}
