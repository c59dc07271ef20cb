using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Migrations.Catalogues;

/// <param name="IsValidated">False while rows that were there before are not known to obey it.</param>
/// <param name="Definition">As PostgreSQL writes it.</param>
/// <param name="OtherTable">Of a foreign key: what it refers to.</param>
public sealed record TableConstraint(
    long Oid,
    string Table,
    string Name,
    ConstraintKind Kind,
    bool IsValidated,
    string Definition,
    ImmutableArray<string> Columns,
    string? OtherTable);

public enum ConstraintKind
{
    Check,
    ForeignKey,
    PrimaryKey,
    Unique,
    Exclusion,
}

/// <param name="IsConstraint">Made by a constraint, and told of with that.</param>
/// <param name="IsValid">False after a concurrent build that failed.</param>
public sealed record TableIndex(long Oid, string Table, string Name, bool IsUnique, bool IsConstraint, bool IsValid, string Definition);
