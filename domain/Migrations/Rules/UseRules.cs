using System.Collections.Immutable;
using ReleaseInfra.Domain.Migrations.Findings;
using ReleaseInfra.Domain.Migrations.Uses;

namespace ReleaseInfra.Domain.Migrations.Rules;

/// <summary>What the old version could send was sent: a refusal is the proof of a finding, or a finding that no other rule made.</summary>
internal static class UseRules
{
    /// <param name="refused">Statements of the old version that worked before the file.</param>
    public static IEnumerable<Finding> Apply(string file, IReadOnlyList<Finding> findings, ImmutableArray<RefusedUse> refused)
    {
        foreach (var finding in findings)
            yield return Proof(finding, refused) is { } proof ? finding with { Why = $"{finding.Why} Tried: {proof.Text}." } : finding;

        var breaking = findings.Where(finding => finding.Kind.IsContract).ToList();
        var untold = refused.Where(one => one.IsCertain && !breaking.Exists(finding => Explains(finding.Subject, one)));
        foreach (var first in untold.DistinctBy(one => one.Use.Table))
        {
            yield return new Finding(
                FindingKinds.OldVersionRefused,
                new FindingPlace(file, 0, 1),
                FindingSubject.OfTable(first.Use.Table),
                $"PostgreSQL refuses now what the old version could send to {first.Use.Table} before. Tried: {first.Text}.",
                "Let the schema take what both versions send, and tighten it once no version in the rollback window sends it.");
        }
    }

    private static RefusedUse? Proof(Finding finding, ImmutableArray<RefusedUse> refused)
    {
        if (!finding.Kind.IsContract)
            return null;
        var explained = refused.Where(one => Explains(finding.Subject, one)).ToList();
        return finding.Subject.Column is { } column
            ? explained.Find(one => one.Message.Contains($"\"{column}\"", StringComparison.Ordinal))
            : explained.Find(one => one.IsCertain);
    }

    // What is in no table, such as a value of an enum, is known by its name in PostgreSQL's words.
    private static bool Explains(FindingSubject subject, RefusedUse refused) => subject.Table is { } table
        ? refused.Use.Table == table
        : Array.TrueForAll(subject.Name.Split('.'), part => refused.Message.Contains(part, StringComparison.Ordinal));
}
