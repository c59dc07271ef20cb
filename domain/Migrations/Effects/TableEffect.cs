namespace ReleaseInfra.Domain.Migrations.Effects;

/// <summary>What a statement did to a table that was there before its file began.</summary>
/// <param name="Rows">In the table before the file; null where it could not be filled, so that nothing is known of large ones.</param>
/// <param name="Lock">The strongest that the transaction held after the statement: what earlier statements took is held on.</param>
/// <param name="IsRewritten">PostgreSQL gave it another file on disk.</param>
/// <param name="IsScanned">PostgreSQL read it from one end to the other.</param>
/// <param name="RowsChanged">Updated or deleted.</param>
/// <param name="IsEmptied">It had rows, and has none any more.</param>
public sealed record TableEffect(
    long Oid, string Name, long? Rows, LockMode Lock, bool IsRewritten, bool IsScanned, long RowsChanged, bool IsEmptied)
{
    /// <summary>As in <c>10,000 rows</c>.</summary>
    public string RowsText => Rows is { } rows ? FormattableString.Invariant($"{rows:N0} {(rows == 1 ? "row" : "rows")}") : "unknown rows";
}
