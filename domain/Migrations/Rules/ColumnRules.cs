using ReleaseInfra.Domain.Migrations.Catalogues;
using ReleaseInfra.Domain.Migrations.Findings;

namespace ReleaseInfra.Domain.Migrations.Rules;

/// <summary>What the old version's statements on a relation find of its columns.</summary>
internal static class ColumnRules
{
    public static IEnumerable<Breach> Between(Relation old, Relation now, CatalogueChange change) =>
    [
        .. old.Columns.SelectMany(column => Kept(old, now, column, now.Find(column.Name), change)),
        .. now.Columns
            .Where(column => old.Oid == now.Oid && column.MustBeGiven && old.Find(column.Number) is null && old.Find(column.Name) is null)
            .Select(column => Required(now.Name, column.Name)),
    ];

    private static IEnumerable<Breach> Kept(Relation old, Relation now, Column was, Column? column, CatalogueChange change)
    {
        if (column is null)
            return [Missing(old, now, was)];
        // A view that took the name has numbers of its own, and leaves NULL and defaults to the table behind it.
        if (old.Oid != now.Oid)
            return ColumnTypeRules.Of(old.Name, was, column);
        return column.Number == was.Number
            ? [.. ColumnTypeRules.Of(old.Name, was, column), .. ColumnValueRules.Of(old.Name, was, column, change)]
            : [MadeAnew(old.Name, was.Name)];
    }

    private static Breach Missing(Relation old, Relation now, Column was)
    {
        var subject = FindingSubject.OfColumn(old.Name, was.Name);
        return old.Oid == now.Oid && now.Find(was.Number) is { } renamed
            ? new Breach(
                FindingKinds.ColumnRenamed,
                subject,
                $"{subject.Name} is named {renamed.Name} now: every statement of the old version that names it fails.",
                $"Add {renamed.Name} beside {was.Name}, let a trigger or the new version write both, copy the values in batches, read the new "
                    + $"one, and drop {was.Name} once no version in the rollback window uses it.")
            : new Breach(
                FindingKinds.ColumnDropped,
                subject,
                $"{subject.Name} is gone: every statement of the old version that names it fails, and so does a SELECT of all columns that an "
                    + "object mapper wrote out.",
                $"Release a version that does without {subject.Name} first. Drop it once no version in the rollback window uses it, and say so: "
                    + $"'-- release: contract {subject.Name}; unused since TAG'.");
    }

    private static Breach MadeAnew(string table, string column) => new(
        FindingKinds.ColumnDropped,
        FindingSubject.OfColumn(table, column),
        $"{table}.{column} was dropped and made anew: its values are gone.",
        $"Add the new column under a name of its own, write both, copy the values in batches, and drop {column} once no version uses it.");

    private static Breach Required(string table, string column) => new(
        FindingKinds.ColumnRequired,
        FindingSubject.OfColumn(table, column),
        $"{table}.{column} is required and has no default: the old version does not know it, so each of its INSERTs into {table} fails.",
        $"Give {column} a default, or add it without NOT NULL; require it once every version that runs writes it.");
}
