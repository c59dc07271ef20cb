using ReleaseInfra.Domain.Migrations.Effects;
using ReleaseInfra.Domain.Migrations.Findings;

namespace ReleaseInfra.Domain.Migrations.Rules;

/// <summary>Tables that PostgreSQL wrote anew, or that lost all their rows.</summary>
internal static class RewriteRules
{
    public static IEnumerable<Finding> Of(StatementStep step) =>
        step.Effect.Tables.SelectMany(table => Of(step, table)).Select(breach => breach.At(step.Place));

    private static IEnumerable<Breach> Of(StatementStep step, TableEffect table)
    {
        if (table.IsEmptied)
        {
            yield return new Breach(
                FindingKinds.TableEmptied,
                FindingSubject.OfTable(table.Name),
                $"{table.Name} had {table.RowsText} and has none any more.",
                $"Leave the rows until no version in the rollback window needs them, and delete them in batches outside of a migration.");
        }
        else if (table.IsRewritten)
        {
            yield return new Breach(
                FindingKinds.TableRewritten,
                FindingSubject.OfTable(table.Name),
                $"PostgreSQL wrote {table.Name} anew, {table.RowsText} with all indexes, under {table.Lock.Word()}, which stops reads and writes.",
                Way(step, table));
        }
    }

    private static string Way(StatementStep step, TableEffect table) =>
        (step.Retyped(table.Oid).FirstOrDefault(), step.NewColumns(table.Oid).FirstOrDefault()) switch
        {
            ({ } retyped, _) =>
                $"Add a column of type {retyped.Type}, let a trigger write both, copy the values of {retyped.Name} in batches, read the new column, and "
                + $"drop {retyped.Name} once no version in the rollback window uses it.",
            (null, { } added) =>
                $"Add {added.Name} without a default, then ALTER COLUMN {added.Name} SET DEFAULT, which is for new rows alone, and fill the old rows in batches.",
            _ => "Do it beside the table that is in use: a new table, filled in batches.",
        };
}
