using System.Collections.Immutable;
using ReleaseInfra.Domain.Migrations;
using ReleaseInfra.Domain.Migrations.Catalogues;
using ReleaseInfra.Domain.Migrations.Effects;
using ReleaseInfra.Domain.Migrations.Files;
using ReleaseInfra.Domain.Migrations.Findings;
using ReleaseInfra.Domain.Migrations.Uses;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Domain.Tests.Migrations;

public sealed class MigrationJudgeTests
{
    private const string Contract = "-- release: contract t.b; unused since v1.3.0\n";

    private static readonly Catalogue Before = With("a", "b");

    [Test]
    public void Judge_PlacesABreachAtTheStatementSinceWhichItStands()
    {
        var findings = Judge("SELECT 1;\nSELECT 2;\nSELECT 3;\nSELECT 4;", [], With("a"), With("a", "b"), With("a"), With("a"));

        Assert.That(findings.Select(finding => (finding.Kind.Code, finding.Place)), Is.EqualTo(new[]
        {
            ("column-dropped", new FindingPlace("1.sql", 3, 3)),
        }));
    }

    [Test]
    public void Judge_WhatIsGivenBack_IsNoBreach() =>
        Assert.That(Judge("SELECT 1;\nSELECT 2;", [], With("a"), With("a", "b")), Is.Empty);

    [TestCase("", "contract-refused", "nothing says which versions are in the rollback window. Pass --window TAG or --stack STACK.")]
    [TestCase("v1.2.9 v1.3.0", "contract-refused", "v1.2.9 is in the rollback window, and not known to be as new as v1.3.0.")]
    [TestCase("v1.3.0-rc.1", "contract-refused", "v1.3.0-rc.1 is in the rollback window, and not known to be as new as v1.3.0.")]
    [TestCase(
        "v1.2.9 sha-0123456789abcdef0123456789abcdef01234567",
        "contract-refused",
        "v1.2.9, sha-0123456789abcdef0123456789abcdef01234567 are in the rollback window, and not known to be as new as v1.3.0.")]
    public void Judge_ContractThatIsNotProved(string window, string code, string reason)
    {
        var finding = Judge($"{Contract}SELECT 1;", Tags(window), With("a")).Single();

        Assert.That(finding.Kind.Code, Is.EqualTo(code));
        Assert.That(finding.Why, Does.EndWith($"The file says that t.b is unused since v1.3.0, and {reason}"));
    }

    [TestCase("v1.3.0")]
    [TestCase("v1.3.0 v2.0.0-rc.1")]
    public void Judge_ContractThatIsProved(string window) =>
        Assert.That(Judge($"{Contract}SELECT 1;", Tags(window), With("a")), Is.Empty);

    [Test]
    public void Judge_ContractExcusesNoLock()
    {
        var locked = new TableEffect(1, "t", 10_000, LockMode.AccessExclusive, IsRewritten: true, IsScanned: true, RowsChanged: 0, IsEmptied: false);
        var findings = Judge($"{Contract}SELECT 1;", Tags("v1.3.0"), [locked], [], With("a"));

        Assert.That(findings.Select(finding => finding.Kind.Code), Is.EqualTo(new[] { "table-rewritten" }));
    }

    [Test]
    public void Judge_RefusedStatement_IsTheProofOfAFinding()
    {
        var refused = Refused("42703", "column \"b\" does not exist");

        Assert.That(
            Judge("SELECT 1;", [], [], [refused], With("a")).Single().Why,
            Does.EndWith("fails, and so does a SELECT of all columns that an object mapper wrote out. Tried: INSERT of every column: column \"b\" does not exist."));
    }

    [TestCase("P0001", true, "old-version-refused")]
    [TestCase("P0001", false, "")]
    [TestCase("23505", true, "")]
    [TestCase("23514", true, "")]
    [TestCase("23503", true, "")]
    [TestCase("23P01", true, "")]
    [TestCase("23502", true, "old-version-refused")]
    public void Judge_RefusedStatement_WithoutAFinding_IsOneWhereItIsCertain(string code, bool isCertain, string expected)
    {
        var findings = Judge("SELECT 1;", [], [], [Refused(code, "no", isCertain)], Before);

        Assert.That(string.Join(' ', findings.Select(finding => finding.Kind.Code)), Is.EqualTo(expected));
    }

    [TestCase(LockMode.ShareUpdateExclusive, "")]
    [TestCase(LockMode.Share, "scanned-under-lock")]
    [TestCase(LockMode.AccessExclusive, "scanned-under-lock")]
    public void Judge_Scan_BreaksFromTheLockOnThatStopsWrites(LockMode held, string expected)
    {
        var scanned = new TableEffect(1, "t", 10_000, held, IsRewritten: false, IsScanned: true, RowsChanged: 0, IsEmptied: false);

        Assert.That(
            string.Join(' ', Judge("SELECT 1;", [], [scanned], [], Before).Select(finding => finding.Kind.Code)), Is.EqualTo(expected));
    }

    private static RefusedUse Refused(string code, string message, bool isCertain = true) =>
        new(new VersionUse("t", "INSERT of every column", "INSERT", isCertain), code, message);

    private static ImmutableArray<Finding> Judge(string text, ImmutableArray<ImageTag> window, params Catalogue[] after) =>
        Judge(text, window, [], [], after);

    /// <param name="after">The catalogue after each statement.</param>
    private static ImmutableArray<Finding> Judge(
        string text, ImmutableArray<ImageTag> window, ImmutableArray<TableEffect> tables, ImmutableArray<RefusedUse> refused, params Catalogue[] after)
    {
        var file = MigrationFile.Parse("1.sql", text);
        var effects = file.Statements.Zip(after, (statement, now) => new StatementEffect(statement, TimeSpan.Zero, 1, false, now, tables));
        return MigrationJudge.Judge(new FileCourse(file, Before, [.. effects], null) { Refused = refused }, window);
    }

    private static ImmutableArray<ImageTag> Tags(string window) =>
        [.. window.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ImageTag.Parse)];

    private static Catalogue With(params string[] columns) => new()
    {
        Relations =
        [
            new Relation(1, "t", RelationKind.Table, IsWritable: true, HasRowSecurity: false, [.. columns.Select(Column)]),
        ],
    };

    private static Column Column(string name) => new(name[0] - 'a' + 1, name, "text", IsRequired: false, null, ColumnSource.Writer);
}
