using System.Collections.Immutable;
using ReleaseInfra.Domain.Migrations.Files;
using ReleaseInfra.Domain.Migrations.Findings;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Domain.Migrations.Rules;

/// <summary>Contracts: what may be taken away, since every version that traffic could go back to does without it.</summary>
internal static class ContractRules
{
    /// <param name="window">The versions that traffic could go to.</param>
    public static IEnumerable<Finding> Apply(MigrationFile file, IReadOnlyList<Finding> findings, ImmutableArray<ImageTag> window)
    {
        foreach (var finding in findings)
        {
            var contract = file.Contracts.FirstOrDefault(one => one.Target == finding.Subject.Name);
            if (!finding.Kind.IsContract || contract is null)
                yield return finding;
            else if (Refusal(contract, window) is { } reason)
                yield return Refused(finding, contract, reason);
        }

        foreach (var contract in file.Contracts.Where(contract => !findings.Any(one => one.Kind.IsContract && one.Subject.Name == contract.Target)))
        {
            yield return new Finding(
                FindingKinds.ContractIdle,
                new FindingPlace(file.Name, 0, contract.Line),
                FindingSubject.Other(contract.Target),
                $"Nothing in this file takes {contract.Target} away from an old version.",
                "Remove the line, or correct the name: as findings name it, such as users.name.");
        }
    }

    private static string? Refusal(ContractDirective contract, ImmutableArray<ImageTag> window)
    {
        if (window is [])
            return "nothing says which versions are in the rollback window. Pass --window TAG or --stack STACK.";
        var early = window.Where(tag => VersionOrder.Compare(tag, contract.UnusedSince) is not >= 0).ToList();
        return early is []
            ? null
            : $"{string.Join(", ", early)} {(early.Count == 1 ? "is" : "are")} in the rollback window, and not known to be as new as {contract.UnusedSince}.";
    }

    private static Finding Refused(Finding finding, ContractDirective contract, string reason) => new(
        FindingKinds.ContractRefused,
        finding.Place,
        finding.Subject,
        $"{finding.Why} The file says that {contract.Target} is unused since {contract.UnusedSince}, and {reason}",
        $"Run this migration when every version that traffic could go back to is {contract.UnusedSince} or newer.");
}
