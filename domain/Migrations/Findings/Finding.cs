namespace ReleaseInfra.Domain.Migrations.Findings;

/// <summary>What is wrong with a migration, where, and how it is done instead.</summary>
/// <param name="Why">What breaks, by what PostgreSQL did.</param>
/// <param name="Way">To expand first and contract later.</param>
public sealed record Finding(FindingKind Kind, FindingPlace Place, FindingSubject Subject, string Why, string Way);

/// <param name="File">Relative to the folder of migrations.</param>
/// <param name="Statement">From 1, in its file; 0 for the file as a whole.</param>
/// <param name="Line">From 1.</param>
public sealed record FindingPlace(string File, int Statement, int Line);

/// <param name="Table">Null for what is in no table.</param>
/// <param name="Name">As a directive names it: <c>users.name</c> for a column.</param>
public sealed record FindingSubject(string? Table, string? Column, string Name)
{
    public static FindingSubject OfTable(string table) => new(table, null, table);

    public static FindingSubject OfColumn(string table, string column) => new(table, column, $"{table}.{column}");

    /// <summary>An index, a constraint, a trigger: named with its table, and no column of it.</summary>
    public static FindingSubject Within(string table, string name) => new(table, null, $"{table}.{name}");

    public static FindingSubject Other(string name) => new(null, null, name);
}
