using ReleaseInfra.Domain.Migrations.Catalogues;
using ReleaseInfra.Domain.Migrations.Findings;

namespace ReleaseInfra.Domain.Migrations.Rules;

/// <summary>The old version asks for relations by name: what is behind the name may change, if it still takes what it took.</summary>
internal static class TableRules
{
    public static IEnumerable<Breach> Between(CatalogueChange change) =>
        change.Before.Relations.Where(relation => relation.Kind != RelationKind.Partition).SelectMany(relation => Of(relation, change));

    private static IEnumerable<Breach> Of(Relation old, CatalogueChange change)
    {
        var subject = FindingSubject.OfTable(old.Name);
        return (change.After.Find(old.Name), change.After.Find(old.Oid)) switch
        {
            (null, null) => [new Breach(
                FindingKinds.TableDropped,
                subject,
                $"{old.Name} is gone: every statement of the old version that names it fails.",
                $"Release a version that does without {old.Name} first. Drop it once no version in the rollback window uses it, and say so: "
                    + $"'-- release: contract {old.Name}; unused since TAG'.")],
            (null, { } renamed) => [new Breach(
                FindingKinds.TableRenamed,
                subject,
                $"{old.Name} is named {renamed.Name} now, and nothing is named {old.Name}: every statement of the old version that names it fails.",
                $"Keep the old name until no version uses it: in the same transaction, CREATE VIEW {old.Name} AS SELECT * FROM {renamed.Name}.")],
            ({ } now, _) when old.IsWritable && !now.IsWritable => [new Breach(
                FindingKinds.TableDropped,
                subject,
                $"{old.Name} takes no writes any more: the old version's INSERT, UPDATE and DELETE fail.",
                $"Make {old.Name} a view that is simple enough to be written through, or give it INSTEAD OF triggers.")],
            ({ Kind: RelationKind.Table } now, null) when old.Kind == RelationKind.Table => [new Breach(
                FindingKinds.TableDropped,
                subject,
                $"{old.Name} was dropped and made anew (object {old.Oid} became {now.Oid}): its rows are gone.",
                $"Make the new table under a name of its own, copy the rows, and give {old.Name} up once no version uses it.")],
            ({ } now, _) => ColumnRules.Between(old, now, change),
        };
    }
}
