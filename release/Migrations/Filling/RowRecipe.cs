using System.Collections.Immutable;
using System.Globalization;
using ReleaseInfra.Domain.Migrations.Catalogues;

namespace ReleaseInfra.Cli.Migrations.Filling;

/// <summary>How rows of a table are made up: keys of other tables from their rows, all else by type and by what checks name.</summary>
internal sealed class RowRecipe
{
    private readonly ImmutableArray<MadeUpColumn> _columns;
    private readonly ImmutableArray<TableConstraint> _keys;
    private readonly ImmutableArray<TableConstraint> _checks;
    private readonly ImmutableArray<string> _domains;

    public RowRecipe(Catalogue catalogue, Relation table)
    {
        _domains = [.. catalogue.Domains.Select(domain => domain.Name)];
        var constraints = catalogue.Constraints.Where(constraint => constraint.Table == table.Name).ToLookup(constraint => constraint.Kind);
        _checks = [.. constraints[ConstraintKind.Check]];
        _keys = [.. constraints[ConstraintKind.ForeignKey].Where(key => key.OtherTable != table.Name)];
        // A key into the table itself could only name rows that are not there yet.
        var own = constraints[ConstraintKind.ForeignKey].Where(key => key.OtherTable == table.Name).SelectMany(key => key.Columns).ToHashSet();
        var keyed = _keys.SelectMany(key => key.Columns).ToHashSet();
        _columns =
        [
            .. table.Columns
                .Where(column => IsWritten(column) && !keyed.Contains(column.Name) && (column.IsRequired || !own.Contains(column.Name)))
                .Select(column => new MadeUpColumn(
                    column,
                    ColumnFilling.Of(catalogue, column.Type, [.. _checks.Where(check => check.Columns is [var only] && only == column.Name).Select(check => check.Definition)]))),
        ];
    }

    /// <summary>A column that must have a value, and nothing is known of its type; null where there is none.</summary>
    public Column? Unknown => _columns.FirstOrDefault(column => column.Choices is [] && column.Column.MustBeGiven)?.Column;

    /// <summary>Column and expression, in terms of <see cref="From"/>.</summary>
    public IEnumerable<(string Column, string Value)> Values =>
        KeyColumns().Concat(_columns.Where(column => column.Choices is not []).Select(column => (column.Column.Name, column.Choice)));

    /// <summary>What follows FROM: a row for each number <c>i</c>, from one to another.</summary>
    public string From(long first, long last)
    {
        var count = (last - first + 1).ToString(CultureInfo.InvariantCulture);
        // Row by row beside the other table's, round and round where it has fewer: one to one stays one to one.
        var joins = _keys.Select((key, index) =>
        {
            var other = SqlNames.Table(key.OtherTable!);
            return $" LEFT JOIN (SELECT *, row_number() OVER () AS place_ FROM {other} LIMIT {count}) k{index} ON k{index}.place_ = "
                + $"(i - 1) % greatest(1, (SELECT count(*) FROM (SELECT FROM {other} LIMIT {count}) c)) + 1";
        });
        return string.Create(CultureInfo.InvariantCulture, $"generate_series({first}, {last}) i{string.Concat(joins)}");
    }

    /// <summary>Other values for the columns of a check that refused those before.</summary>
    /// <returns>False where there are no others.</returns>
    public bool TryOthers(string? refusedBy)
    {
        // Where no check of the table has the name, a domain's may have it. All columns move that have others, and not only the first.
        var check = _checks.FirstOrDefault(one => one.Name == refusedBy);
        var blamed = _columns.Where(column => check is null ? _domains.Contains(column.Column.Type) : check.Columns.Contains(column.Column.Name));
        return blamed.Select(column => column.Next()).ToList().Contains(true);
    }

    // Columns of two keys, as in a tenant's, are taken from the first.
    private IEnumerable<(string Column, string Value)> KeyColumns() => _keys
        .SelectMany((key, index) => key.Columns.Zip(ReferredColumns(key), (column, referred) => (Column: column, Value: $"k{index}.{referred}")))
        .DistinctBy(pair => pair.Column);

    // A sequence counts by itself, and a number that was made up would be in its way later.
    private static bool IsWritten(Column column) =>
        column.Source == ColumnSource.Writer && column.Default?.Contains("nextval(", StringComparison.Ordinal) != true;

    /// <summary>As in <c>FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE</c>: quoted as PostgreSQL wrote them.</summary>
    private static string[] ReferredColumns(TableConstraint key)
    {
        const string Before = " REFERENCES ";
        var after = key.Definition[(key.Definition.IndexOf(Before, StringComparison.Ordinal) + Before.Length)..];
        var (open, close) = (after.IndexOf('('), after.IndexOf(')'));
        return after[(open + 1)..close].Split(", ");
    }
}
