using System.Collections.Immutable;
using ReleaseInfra.Domain.Migrations.Catalogues;

namespace ReleaseInfra.Cli.Migrations.Filling;

/// <summary>Tables in an order in which those come first that others refer to; where they refer to each other, by name.</summary>
internal static class TableOrder
{
    public static ImmutableArray<Relation> Of(Catalogue catalogue)
    {
        var open = catalogue.Relations
            .Where(relation => relation.Kind is RelationKind.Table or RelationKind.PartitionedTable)
            .OrderBy(relation => relation.Name, StringComparer.Ordinal)
            .ToList();
        var needs = catalogue.Constraints
            .Where(constraint => constraint.Kind == ConstraintKind.ForeignKey && constraint.OtherTable != constraint.Table)
            .ToLookup(constraint => constraint.Table, constraint => constraint.OtherTable!);
        var ordered = ImmutableArray.CreateBuilder<Relation>();
        while (open is not [])
        {
            var next = open.Find(table => needs[table.Name].All(other => open.All(one => one.Name != other))) ?? open[0];
            open.Remove(next);
            ordered.Add(next);
        }

        return ordered.ToImmutable();
    }
}
