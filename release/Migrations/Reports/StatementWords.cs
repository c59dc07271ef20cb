using ReleaseInfra.Cli.Migrations.Checking;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Migrations.Effects;
using ReleaseInfra.Domain.Migrations.Files;

namespace ReleaseInfra.Cli.Migrations.Reports;

/// <summary>What is told of a statement, in words.</summary>
internal static class StatementWords
{
    private const int Widest = 72;

    public static string Short(SqlStatement statement) => StyledLine.Shorten(
        string.Join(' ', StyledText.OneLine(statement.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries)), Widest);

    /// <summary>As in <c>ACCESS EXCLUSIVE on users (10,000 rows), rewritten</c>; empty where no table was locked so that anybody waits.</summary>
    public static IEnumerable<string> Effects(StatementEffect effect) =>
        from table in effect.Tables
        where table.Lock >= LockMode.ShareUpdateExclusive || table.IsRewritten || table.RowsChanged > 0
        select $"{table.Lock.Word()} on {table.Name} ({table.RowsText}){Deeds(table)}";

    public static string Manner(MigrationLayout layout) => layout == MigrationLayout.Prisma
        ? "Prisma's folders: each file is one transaction"
        : "files of SQL: each is one transaction, unless it has a statement that runs in none";

    public static string Counted(MigrationCheck check)
    {
        var all = check.Findings.Select(finding => finding.Kind.Severity).ToList();
        var (bad, notices) = (all.Count(one => one == Domain.Migrations.Findings.Severity.Unsafe), all.Count(one => one == Domain.Migrations.Findings.Severity.Notice));
        return $"{(bad == 0 ? "Nothing" : bad)} unsafe, {Count(notices, "notice")}, {Count(check.Files.Length, "file")} checked.";
    }

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    private static string Deeds(TableEffect table) => string.Concat(
        table.IsEmptied ? ", emptied" : table.IsRewritten ? ", rewritten" : table.IsScanned && table.Lock.BlocksWrites() ? ", read as a whole" : "",
        table.RowsChanged > 0 ? FormattableString.Invariant($", {table.RowsChanged:N0} rows changed") : "");
}
