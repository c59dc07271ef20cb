using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Migrations.Catalogues;

/// <param name="Oid">Stays the same when it is renamed.</param>
/// <param name="IsWritable">Takes INSERT, UPDATE and DELETE: a table does, and a view that is simple enough or has triggers for it.</param>
public sealed record Relation(
    long Oid, string Name, RelationKind Kind, bool IsWritable, bool HasRowSecurity, ImmutableArray<Column> Columns)
{
    public Column? Find(string column) => Columns.FirstOrDefault(one => one.Name == column);

    public Column? Find(int number) => Columns.FirstOrDefault(one => one.Number == number);
}

public enum RelationKind
{
    Table,
    PartitionedTable,

    /// <summary>A part of a partitioned table, which the application does not name.</summary>
    Partition,

    View,
    MaterializedView,
    ForeignTable,
}

/// <param name="Number">Stays the same when it is renamed; one that is dropped and made anew has another.</param>
/// <param name="Type">As PostgreSQL writes it, with its length: <c>character varying(50)</c>.</param>
/// <param name="Default">The expression; null where there is none.</param>
public sealed record Column(int Number, string Name, string Type, bool IsRequired, string? Default, ColumnSource Source)
{
    /// <summary>Whether an INSERT that does not name it fails.</summary>
    public bool MustBeGiven => IsRequired && Default is null && Source == ColumnSource.Writer;
}

/// <summary>Where a column's values come from.</summary>
public enum ColumnSource
{
    Writer,

    /// <summary>An identity that a writer may still give.</summary>
    IdentityByDefault,

    IdentityAlways,
    Generated,
}
