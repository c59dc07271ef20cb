using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Domain.Releases.Rules;

/// <summary>The names of the app and of its revision share one limit.</summary>
internal static class RevisionNameRule
{
    /// <param name="written">The object of release-infra:release.</param>
    public static void Check(ObjectNode written, string service, AzureName containerApp, BlueGreenRelease release, ProblemList problems)
    {
        foreach (var slot in Enum.GetValues<Slot>())
        {
            if (release[slot] is not { Tag: { } tag, Revision: var revision })
                continue;
            var name = RevisionNames.Full(containerApp, slot, tag, revision);
            if (name.Length > RevisionNames.Longest)
            {
                var place = Place.Find(written, $"{service}.{slot.Name()}.tag");
                problems.Add(NameProblems.RevisionNameTooLong(place, name, RevisionNames.Longest));
            }
        }
    }
}
