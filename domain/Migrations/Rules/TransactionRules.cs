using ReleaseInfra.Domain.Migrations.Effects;
using ReleaseInfra.Domain.Migrations.Findings;

namespace ReleaseInfra.Domain.Migrations.Rules;

/// <summary>What statements do together because they share a transaction, and so hold each other's locks.</summary>
internal static class TransactionRules
{
    public static IEnumerable<Finding> Of(FileCourse course)
    {
        var steps = StatementStep.Of(course).ToList();
        var together = steps.Where(step => step.Effect.Transaction is not null).GroupBy(step => step.Effect.Transaction);
        return [.. steps.SelectMany(Backfills), .. together.Select(group => group.ToList()).SelectMany(Queue)];
    }

    private static IEnumerable<Finding> Backfills(StatementStep step)
    {
        foreach (var table in step.Effect.Tables.Where(table => table is { IsEmptied: false } && table.RowsChanged > 0 && table.RowsChanged * 2 >= (table.Rows ?? 1)))
        {
            var locked = step.Effect.Tables.Where(one => one.Lock.BlocksWrites()).MaxBy(one => one.Lock);
            var subject = FindingSubject.OfTable(table.Name);
            yield return (locked is null
                ? new Breach(
                    FindingKinds.BackfillInOneGo,
                    subject,
                    FormattableString.Invariant($"{table.RowsChanged:N0} rows of {table.Name} were changed in one transaction: each stays locked until it ends."),
                    "Change some thousand rows at a time, each batch in a transaction of its own.")
                : new Breach(
                    FindingKinds.BackfillUnderLock,
                    subject,
                    FormattableString.Invariant($"{table.RowsChanged:N0} rows of {table.Name} were changed while {locked.Lock.Word()} was held on {locked.Name}, ")
                        + $"which stops {(locked.Lock.BlocksReads() ? "reads and writes" : "writes")} until the transaction ends.",
                    "Change the schema in one migration, and the rows in batches in another, after it."))
                .At(step.Place);
        }
    }

    private static IEnumerable<Finding> Queue(List<StatementStep> steps)
    {
        var locked = new HashSet<long>();
        foreach (var step in steps)
        {
            var more = step.Effect.Tables.Where(table => table.Lock.BlocksReads() && !locked.Contains(table.Oid)).ToList();
            if (locked.Count > 0 && more is [var next, ..] && !step.Effect.HasLockTimeout)
            {
                yield return new Breach(
                    FindingKinds.LocksQueue,
                    FindingSubject.OfTable(next.Name),
                    $"{next.Name} is locked with {next.Lock.Word()} while the transaction holds such a lock already: where it must wait for a long query, "
                        + "everybody waits for both tables.",
                    "One table for each migration, or SET lock_timeout = '2s' at its head, and try again where it fails.").At(step.Place);
                yield break;
            }

            locked.UnionWith(more.Select(table => table.Oid));
        }
    }
}
