using ReleaseInfra.Domain.Migrations.Catalogues;
using ReleaseInfra.Domain.Migrations.Effects;
using ReleaseInfra.Domain.Migrations.Findings;

namespace ReleaseInfra.Domain.Migrations.Rules;

/// <summary>Tables that were read as a whole while a lock kept writes waiting.</summary>
internal static class ScanRules
{
    public static IEnumerable<Finding> Of(StatementStep step)
    {
        var scanned = step.Effect.Tables.Where(table => table is { IsScanned: true, IsRewritten: false, IsEmptied: false } && table.Lock.BlocksWrites()).ToList();
        var told = scanned.Select(table => Told(step, table)).OfType<Breach>().ToList();
        // A foreign key reads both of its tables: that is one finding, and the other table's scan belongs to it.
        // A statement that changes most rows is told of as that.
        var plain = scanned.Where(table => table.RowsChanged * 2 < (table.Rows ?? 1)).Take(1).Select(table => Plain(step, table));
        return (told is [] ? plain : told).Select(breach => breach.At(step.Place));
    }

    private static Breach? Told(StatementStep step, TableEffect table)
    {
        if (step.NewlyRequired(table.Oid).FirstOrDefault() is { } required)
        {
            return new Breach(
                FindingKinds.NotNullChecked,
                FindingSubject.OfColumn(table.Name, required.Name),
                $"PostgreSQL read {Read(table)} to look for NULL in {required.Name}.",
                ColumnValueRules.RequireWay(table.Name, required.Name));
        }

        if (step.NewConstraints(table.Oid).FirstOrDefault(constraint => constraint.IsValidated) is { } constraint)
        {
            return new Breach(
                FindingKinds.ConstraintChecked,
                FindingSubject.Within(table.Name, constraint.Name),
                $"PostgreSQL read {Read(table)} to check {constraint.Name}, {constraint.Definition}.",
                Way(step, table, constraint));
        }

        return step.NewIndexes(table.Oid).FirstOrDefault() is { } index
            ? new Breach(
                FindingKinds.IndexBlocksWrites,
                FindingSubject.Within(table.Name, index.Name),
                $"PostgreSQL read {Read(table)} to build {index.Name}.",
                $"CREATE {(index.IsUnique ? "UNIQUE " : "")}INDEX CONCURRENTLY, in a file of its own, since it cannot run in a transaction; where it fails, DROP "
                    + $"INDEX {index.Name} and try again.")
            : null;
    }

    private static Breach Plain(StatementStep step, TableEffect table) => new(
        FindingKinds.ScannedUnderLock,
        FindingSubject.OfTable(table.Name),
        $"PostgreSQL read {Read(table)}.",
        step.Effect.Transaction is null
            ? "Do it in batches, or where nobody waits for the table."
            : "Read and change rows in a migration of its own, before or after the one that locks the table.");

    private static string Way(StatementStep step, TableEffect table, TableConstraint constraint) => constraint.Kind switch
    {
        // Adding it NOT VALID and validating it in the same transaction keeps the lock for the whole of the scan.
        ConstraintKind.Check or ConstraintKind.ForeignKey when step.Before.Constraints.Any(one => one.Oid == constraint.Oid) =>
            $"VALIDATE CONSTRAINT {constraint.Name} in a migration of its own: in one transaction with what locked {table.Name}, that lock is held on.",
        ConstraintKind.Check or ConstraintKind.ForeignKey =>
            $"ADD CONSTRAINT {constraint.Name} ... NOT VALID, and VALIDATE CONSTRAINT {constraint.Name} in a later migration, which lets writes go on.",
        ConstraintKind.PrimaryKey or ConstraintKind.Unique =>
            $"CREATE UNIQUE INDEX CONCURRENTLY in a file of its own, then ALTER TABLE {table.Name} ADD CONSTRAINT {constraint.Name} "
            + $"{(constraint.Kind == ConstraintKind.Unique ? "UNIQUE" : "PRIMARY KEY")} USING INDEX.",
        ConstraintKind.Exclusion => "PostgreSQL has no way to add an exclusion constraint beside writes: make a new table with it, and fill that in batches.",
        _ => throw new ArgumentOutOfRangeException(nameof(constraint), constraint.Kind, "There is no such constraint."),
    };

    private static string Read(TableEffect table) =>
        $"all of {table.Name}, {table.RowsText}, under {table.Lock.Word()}, which stops {(table.Lock.BlocksReads() ? "reads and writes" : "writes")},";
}
