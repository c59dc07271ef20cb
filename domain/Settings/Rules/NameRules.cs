using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Domain.Settings.Rules;

/// <summary>Holds names against Azure's rules for them.</summary>
internal static class NameRules
{
    public static void Check(ObjectNode root, IEnumerable<AzureName> names, ProblemList problems)
    {
        List<AzureName> broken = [];
        foreach (var name in names)
        {
            if (name.Violation is not null)
                broken.Add(name);
        }

        foreach (var ofOneSetting in broken.GroupBy(name => name.Origin, StringComparer.Ordinal))
        {
            // One setting breaks many names for one reason: the name with the least room says by how much.
            var worst = ofOneSetting.MaxBy(name => name.Value.Length - name.Rule.Longest)!;
            problems.Add(NameProblems.NameBroken(Place.Find(root, worst.Origin), worst, worst.Violation!));
        }
    }
}
