using System.Collections.Immutable;
using ReleaseInfra.Domain.Migrations.Catalogues;
using ReleaseInfra.Domain.Migrations.Effects;
using ReleaseInfra.Domain.Migrations.Findings;
using ReleaseInfra.Domain.Migrations.Rules;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Domain.Migrations;

/// <summary>Judges a migration by what a real database did with it.</summary>
public static class MigrationJudge
{
    /// <param name="window">The versions that traffic could go back to; none where nobody said.</param>
    /// <returns>In the order of the statements.</returns>
    public static ImmutableArray<Finding> Judge(FileCourse course, ImmutableArray<ImageTag> window)
    {
        // What a version in the window does without is no loss to it, and no proof of one: so contracts come last.
        var tried = UseRules.Apply(course.File.Name, [.. Compatibility(course), .. Effects(course)], course.Refused).ToList();
        var findings = ContractRules.Apply(course.File, tried, window);
        return
        [
            .. findings.Concat(Errors(course))
                .OrderBy(finding => finding.Place.Statement)
                .ThenByDescending(finding => finding.Kind.Severity)
                .ThenBy(finding => finding.Subject.Name, StringComparer.Ordinal)
                .ThenBy(finding => finding.Kind.Code, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<Finding> Effects(FileCourse course) =>
    [
        .. StatementStep.Of(course).SelectMany(step => (IEnumerable<Finding>)[.. RewriteRules.Of(step), .. ScanRules.Of(step)]),
        .. TransactionRules.Of(course),
        .. FillingRules.Of(course),
    ];

    // What a file takes away and gives back is no breach; what is left at its end was made by the statement since which it stands.
    private static IEnumerable<Finding> Compatibility(FileCourse course)
    {
        if (course.Effects is [])
            return [];
        var breaches = course.Effects.Select(effect => Breaches(course.Before, effect.After)).ToList();
        return breaches[^1].Select(breach =>
        {
            var since = breaches.FindLastIndex(one => one.All(other => other.Key != breach.Key)) + 1;
            var statement = course.Effects[since].Statement;
            return breach.At(new FindingPlace(course.File.Name, statement.Number, statement.Line));
        });
    }

    private static List<Breach> Breaches(Catalogue before, Catalogue after) =>
    [
        .. TableRules.Between(new CatalogueChange(before, after)),
        .. ConstraintRules.Between(before, after),
        .. ObjectRules.Between(before, after),
        .. GuardRules.Between(before, after),
    ];

    private static IEnumerable<Finding> Errors(FileCourse course)
    {
        if (course.Error is { } error)
        {
            yield return new Finding(
                FindingKinds.SqlFailed,
                new FindingPlace(course.File.Name, error.Statement.Number, error.Statement.Line),
                FindingSubject.Other(error.Code),
                $"PostgreSQL refused it: {error.Message} (SQLSTATE {error.Code}).",
                "Correct the statement; with rows in the tables it would fail in production as well.");
        }
    }
}
