using ReleaseInfra.Domain.Migrations.Findings;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Migrations;

/// <summary>docs/migrations.md lists the findings as they are.</summary>
public sealed class DocumentedFindingsTests
{
    [Test]
    public void Findings_AreDocumented()
    {
        var rows = FindingKinds.All.Select(kind => $"| `{kind.Code}` | {kind.Severity.Word()} | {kind.Breaks.Word()} | {kind.Meaning} |");
        var documented = File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs", "migrations.md"))
            .SkipWhile(line => line != "## Findings")
            .TakeWhile(line => line != "## In a few steps instead")
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal));

        Assert.That(documented, Is.EqualTo(rows));
    }
}
