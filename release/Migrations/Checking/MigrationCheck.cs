using System.Collections.Immutable;
using ReleaseInfra.Cli.Migrations.Filling;
using ReleaseInfra.Domain.Migrations.Effects;
using ReleaseInfra.Domain.Migrations.Findings;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Cli.Migrations.Checking;

/// <param name="First">The first file that is checked, from 0; those before it only make the schema that it starts from.</param>
/// <param name="Rows">In every table before each file.</param>
/// <param name="Window">The versions that traffic could go back to.</param>
internal sealed record MigrationQuestion(MigrationSet Set, int First, int Rows, ImmutableArray<ImageTag> Window);

/// <summary>What a check found.</summary>
/// <param name="Server">Where it was tried, for people.</param>
/// <param name="Version">Of PostgreSQL, major.</param>
/// <param name="Unfilled">Tables that have fewer rows than were asked for, and why.</param>
/// <param name="NotReached">Files behind one that PostgreSQL refused.</param>
internal sealed record MigrationCheck(
    MigrationQuestion Question,
    string Server,
    int Version,
    ImmutableArray<CheckedFile> Files,
    ImmutableArray<TableFill> Unfilled,
    ImmutableArray<string> NotReached)
{
    public IEnumerable<Finding> Findings => Files.SelectMany(file => file.Findings);

    public bool IsSafe => Findings.All(finding => finding.Kind.Severity != Severity.Unsafe);
}

internal sealed record CheckedFile(FileCourse Course, ImmutableArray<Finding> Findings);
