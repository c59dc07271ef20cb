using System.Collections.Immutable;
using ReleaseInfra.Domain.Migrations.Catalogues;
using ReleaseInfra.Domain.Migrations.Files;
using ReleaseInfra.Domain.Migrations.Uses;

namespace ReleaseInfra.Domain.Migrations.Effects;

/// <param name="Transaction">Statements of a file with the same number ran in one transaction; null outside of any.</param>
/// <param name="HasLockTimeout">Whether waiting for a lock would have ended by itself.</param>
public sealed record StatementEffect(
    SqlStatement Statement,
    TimeSpan Took,
    int? Transaction,
    bool HasLockTimeout,
    Catalogue After,
    ImmutableArray<TableEffect> Tables);

/// <param name="Code">PostgreSQL's own, five characters.</param>
public sealed record StatementError(SqlStatement Statement, string Code, string Message);

/// <summary>How a file went on a real database.</summary>
/// <param name="Error">Where it stopped; null where it went through.</param>
public sealed record FileCourse(MigrationFile File, Catalogue Before, ImmutableArray<StatementEffect> Effects, StatementError? Error)
{
    /// <summary>What the old version could send before the file, and cannot after it.</summary>
    public ImmutableArray<RefusedUse> Refused { get; init; } = [];

    public Catalogue After => Effects is [.., var last] ? last.After : Before;
}
