using System.Collections.Immutable;
using Npgsql;
using ReleaseInfra.Domain.Migrations.Catalogues;

namespace ReleaseInfra.Cli.Migrations.Catalogues;

/// <summary>Reads a database's catalogues as a session sees them, inside its transaction where it is in one.</summary>
internal static class CatalogueReader
{
    public static async Task<Catalogue> ReadAsync(NpgsqlConnection session, CancellationToken cancellation)
    {
        var columns = (await session.ListAsync(CatalogueSql.Columns, row => (Table: row.GetInt64(0), Column: ColumnOf(row)), cancellation))
            .ToLookup(row => row.Table, row => row.Column);
        return new Catalogue
        {
            Relations = await session.ListAsync(CatalogueSql.Relations, row => RelationOf(row, columns), cancellation),
            Constraints = await session.ListAsync(CatalogueSql.Constraints, ConstraintOf, cancellation),
            Indexes = await session.ListAsync(CatalogueSql.Indexes, IndexOf, cancellation),
            Enums = await session.ListAsync(CatalogueSql.Enums, EnumOf, cancellation),
            Domains = await session.ListAsync(
                CatalogueSql.Domains, row => new DomainType(row.GetString(0), row.GetString(1), [.. row.GetFieldValue<string[]>(2)]), cancellation),
            Routines = await session.ListAsync(CatalogueSql.Routines, row => new Routine(row.GetString(0), row.GetString(1)), cancellation),
            Sequences = await session.ListAsync(CatalogueSql.Sequences, row => new Sequence(row.GetString(0)), cancellation),
            Triggers = await session.ListAsync(
                CatalogueSql.Triggers, row => new Trigger(row.GetString(0), row.GetString(1), row.GetString(2), row.GetBoolean(3)), cancellation),
            Policies = await session.ListAsync(
                CatalogueSql.Policies, row => new RowPolicy(row.GetString(0), row.GetString(1), row.GetString(2)), cancellation),
        };
    }

    private static Relation RelationOf(NpgsqlDataReader row, ILookup<long, Column> columns) => new(
        row.GetInt64(0), row.GetString(1), KindOf(row.GetString(2)), row.GetBoolean(3), row.GetBoolean(4), [.. columns[row.GetInt64(0)]]);

    private static Column ColumnOf(NpgsqlDataReader row) => new(
        row.GetInt32(1),
        row.GetString(2),
        row.GetString(3),
        row.GetBoolean(4),
        row.TextOrNull(5),
        (row.GetString(6), row.GetString(7)) switch
        {
            ("a", _) => ColumnSource.IdentityAlways,
            ("d", _) => ColumnSource.IdentityByDefault,
            (_, "") => ColumnSource.Writer,
            _ => ColumnSource.Generated,
        });

    private static TableConstraint ConstraintOf(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3) switch
        {
            "c" => ConstraintKind.Check,
            "f" => ConstraintKind.ForeignKey,
            "p" => ConstraintKind.PrimaryKey,
            "u" => ConstraintKind.Unique,
            "x" => ConstraintKind.Exclusion,
            var other => throw new InvalidOperationException($"'{other}' is no kind of constraint that was asked for."),
        },
        row.GetBoolean(4),
        row.GetString(5),
        [.. row.GetFieldValue<string[]>(6)],
        row.TextOrNull(7));

    private static TableIndex IndexOf(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetBoolean(3), row.GetBoolean(4), row.GetBoolean(5), row.GetString(6));

    private static EnumType EnumOf(NpgsqlDataReader row) => new(
        row.GetString(0),
        [.. row.GetFieldValue<long[]>(1).Zip(row.GetFieldValue<string[]>(2), (oid, text) => new EnumValue(oid, text))]);

    private static RelationKind KindOf(string kind) => kind switch
    {
        "r" => RelationKind.Table,
        "p" => RelationKind.PartitionedTable,
        "partition" => RelationKind.Partition,
        "v" => RelationKind.View,
        "m" => RelationKind.MaterializedView,
        "f" => RelationKind.ForeignTable,
        _ => throw new InvalidOperationException($"'{kind}' is no kind of relation that was asked for."),
    };
}
