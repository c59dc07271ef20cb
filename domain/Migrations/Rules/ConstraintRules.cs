using ReleaseInfra.Domain.Migrations.Catalogues;
using ReleaseInfra.Domain.Migrations.Findings;

namespace ReleaseInfra.Domain.Migrations.Rules;

/// <summary>Constraints and indexes that came or went on tables that stayed.</summary>
internal static class ConstraintRules
{
    public static IEnumerable<Breach> Between(Catalogue before, Catalogue after) =>
        [.. Added(before, after), .. Dropped(before, after), .. DroppedIndexes(before, after)];

    private static IEnumerable<Breach> Added(Catalogue before, Catalogue after)
    {
        foreach (var constraint in after.Constraints.Where(constraint =>
            !before.Constraints.Any(one => IsSame(one, constraint)) && Existed(before, after, constraint.Table)))
        {
            yield return new Breach(
                FindingKinds.ConstraintAdded,
                FindingSubject.Within(constraint.Table, constraint.Name),
                $"{constraint.Table} has the constraint {constraint.Name}, {constraint.Definition}: it binds what the old version writes as well.",
                "Add it only when the old version obeys it already.");
        }

        foreach (var index in after.Indexes.Where(index =>
            index is { IsUnique: true, IsConstraint: false } && !before.Indexes.Any(one => IsSame(one, index)) && Existed(before, after, index.Table)))
        {
            yield return new Breach(
                FindingKinds.ConstraintAdded,
                FindingSubject.Within(index.Table, index.Name),
                $"{index.Table} has the unique index {index.Name}: it binds what the old version writes as well.",
                "Add it only when the old version obeys it already.");
        }
    }

    private static IEnumerable<Breach> Dropped(Catalogue before, Catalogue after) =>
        from constraint in before.Constraints
        where !after.Constraints.Any(one => IsSame(one, constraint)) && Stayed(before, after, constraint.Table) && !IsRedundant(constraint, after)
        select new Breach(
            FindingKinds.ConstraintDropped,
            FindingSubject.Within(constraint.Table, constraint.Name),
            $"{constraint.Table} has lost the constraint {constraint.Name}, {constraint.Definition}.",
            constraint.Kind is ConstraintKind.PrimaryKey or ConstraintKind.Unique
                ? "Make sure that no version that runs names it in ON CONFLICT."
                : "Make sure that no version that runs relies on being stopped by it.");

    private static IEnumerable<Breach> DroppedIndexes(Catalogue before, Catalogue after) =>
        from index in before.Indexes
        where !after.Indexes.Any(one => IsSame(one, index)) && index is { IsConstraint: false, IsValid: true } && Stayed(before, after, index.Table)
        select new Breach(
            FindingKinds.IndexDropped,
            FindingSubject.Within(index.Table, index.Name),
            $"{index.Table} has lost the index {index.Name}: queries of the old version that used it read the whole table.",
            "Make sure that no version that runs needs it.");

    // The same object, under whatever name; or another that was made in its place and does the same.
    private static bool IsSame(TableConstraint one, TableConstraint other) =>
        one.Oid == other.Oid || (one.Table == other.Table && one.Definition == other.Definition);

    private static bool IsSame(TableIndex one, TableIndex other) =>
        one.Oid == other.Oid || (one.Table == other.Table && one.Definition == other.Definition);

    // What said only that a column is given goes without loss once the column says so itself.
    private static bool IsRedundant(TableConstraint constraint, Catalogue after) =>
        constraint is { Kind: ConstraintKind.Check, Columns: [var only] }
        && constraint.Definition.Contains("IS NOT NULL", StringComparison.Ordinal)
        && after.Find(constraint.Table)?.Find(only) is { IsRequired: true };

    private static bool Existed(Catalogue before, Catalogue after, string table) =>
        after.Find(table) is { } now && before.Find(now.Oid) is { Kind: not RelationKind.Partition };

    private static bool Stayed(Catalogue before, Catalogue after, string table) =>
        before.Find(table) is { } was && after.Find(was.Oid) is { Kind: not RelationKind.Partition };
}
