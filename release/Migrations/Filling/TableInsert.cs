using System.Globalization;
using ReleaseInfra.Domain.Migrations.Catalogues;

namespace ReleaseInfra.Cli.Migrations.Filling;

/// <summary>One INSERT that gives a table many rows: keys of other tables from their rows, all else made up.</summary>
internal sealed class TableInsert
{
    private readonly string _name;
    private readonly IReadOnlyList<ColumnValues> _columns;
    private readonly IReadOnlyList<TableConstraint> _keys;
    private readonly IReadOnlyList<TableConstraint> _checks;

    /// <param name="name">Quoted, with its schema.</param>
    public TableInsert(Catalogue catalogue, Relation table, string name)
    {
        _name = name;
        var constraints = catalogue.Constraints.Where(constraint => constraint.Table == table.Name).ToList();
        _checks = [.. constraints.Where(constraint => constraint.Kind == ConstraintKind.Check)];
        // A key into the table itself could only name rows that are not there yet.
        _keys = [.. constraints.Where(constraint => constraint.Kind == ConstraintKind.ForeignKey && constraint.OtherTable != table.Name)];
        var own = constraints.Where(constraint => constraint.Kind == ConstraintKind.ForeignKey && constraint.OtherTable == table.Name);
        var left = own.SelectMany(constraint => constraint.Columns).ToHashSet();
        var keyed = _keys.SelectMany(key => key.Columns).ToHashSet();
        _columns =
        [
            .. table.Columns
                .Where(column => !keyed.Contains(column.Name) && !(left.Contains(column.Name) && !column.IsRequired) && IsWritten(column))
                .Select(column => new ColumnValues(column, ColumnFilling.Of(
                    column,
                    catalogue.Enums.FirstOrDefault(type => type.Name == column.Type.Trim('"')),
                    _checks.Where(check => check.Columns.Contains(column.Name))))),
        ];
    }

    /// <summary>A column that must have a value, and nothing is known of its type; null where there is none.</summary>
    public Column? Unknown => _columns.FirstOrDefault(column => column.Choices is [] && column.Column.MustBeGiven)?.Column;

    /// <summary>The constraint that the last attempt broke.</summary>
    public string? Refused { get; set; }

    /// <returns>False where there are no others.</returns>
    public bool TryOtherValues()
    {
        var check = _checks.FirstOrDefault(one => one.Name == Refused);
        // All of them that have others, and not only the first.
        var moved = _columns.Where(column => check?.Columns.Contains(column.Column.Name) == true).Select(column => column.Next()).ToList();
        return moved.Contains(true);
    }

    public string Sql(int rows)
    {
        var made = _columns.Where(column => column.Choices is not []).ToList();
        var keys = _keys.Select((key, index) => (Key: key, Alias: $"k{index}", Other: ReferredColumns(key))).ToList();
        var seen = new HashSet<string>();
        var columns = new List<string>();
        var values = new List<string>();
        foreach (var (key, alias, other) in keys)
        {
            foreach (var (column, referred) in key.Columns.Zip(other).Where(pair => seen.Add(pair.First)))
            {
                columns.Add(Quoted(column));
                values.Add($"{alias}.{referred}");
            }
        }

        columns.AddRange(made.Select(column => Quoted(column.Column.Name)));
        values.AddRange(made.Select(column => column.Choice));
        var count = rows.ToString(CultureInfo.InvariantCulture);
        // Row by row beside the other table's, round and round where it has fewer: one to one stays one to one.
        var joins = keys.Select(key =>
            $" LEFT JOIN (SELECT *, row_number() OVER () AS place_ FROM {QuotedTable(key.Key.OtherTable!)} LIMIT {count}) {key.Alias} " +
            $"ON {key.Alias}.place_ = (i - 1) % greatest(1, (SELECT least({count}, count(*)) FROM {QuotedTable(key.Key.OtherTable!)})) + 1");
        return columns is []
            ? $"INSERT INTO {_name} DEFAULT VALUES"
            : $"INSERT INTO {_name} ({string.Join(", ", columns)}) SELECT {string.Join(", ", values)} FROM generate_series(1, {count}) i" +
                $"{string.Concat(joins)} ON CONFLICT DO NOTHING";
    }

    // A sequence counts by itself, and a number that was made up would be in its way later.
    private static bool IsWritten(Column column) =>
        column.Source == ColumnSource.Writer && column.Default?.Contains("nextval(", StringComparison.Ordinal) != true;

    /// <summary>As in <c>FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE</c>: quoted as PostgreSQL wrote them.</summary>
    private static string[] ReferredColumns(TableConstraint key)
    {
        var after = key.Definition[(key.Definition.IndexOf(" REFERENCES ", StringComparison.Ordinal) + " REFERENCES ".Length)..];
        var (open, close) = (after.IndexOf('('), after.IndexOf(')'));
        return after[(open + 1)..close].Split(", ");
    }

    private static string QuotedTable(string name) => string.Join('.', name.Split('.').Select(Quoted));

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private sealed record ColumnValues(Column Column, IReadOnlyList<string> Choices)
    {
        private int _at;

        public string Choice => Choices[_at];

        public bool Next()
        {
            if (_at + 1 >= Choices.Count)
                return false;
            _at++;
            return true;
        }
    }
}
