using ReleaseInfra.Domain.Migrations.Effects;
using ReleaseInfra.Domain.Migrations.Findings;

namespace ReleaseInfra.Domain.Migrations.Rules;

/// <summary>Tables without rows, of which nobody can tell how long a lock on them would be held.</summary>
internal static class FillingRules
{
    public static IEnumerable<Finding> Of(FileCourse course)
    {
        var locks =
            from step in StatementStep.Of(course)
            from table in step.Effect.Tables
            where table is { Rows: null or 0 } && table.Lock.BlocksWrites()
            select (step.Place, Table: table);
        // A lock is held on by the statements after it.
        return locks.DistinctBy(one => one.Table.Oid).Select(one => new Breach(
            FindingKinds.TableNotFilled,
            FindingSubject.OfTable(one.Table.Name),
            $"{one.Table.Name} could not be filled with rows, and this locks it with {one.Table.Lock.Word()}: how long is not known.",
            "Make sure that the table is small in production, or let its statement wait for the lock briefly: SET lock_timeout = '2s'.").At(one.Place));
    }
}
