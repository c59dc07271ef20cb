using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Migrations.Catalogues;

/// <summary>A catalogue as lines, without the numbers of objects: equal for a schema and for its copy.</summary>
public static class CatalogueText
{
    /// <returns>Sorted.</returns>
    public static ImmutableArray<string> Lines(Catalogue catalogue) =>
    [
        .. catalogue.Relations.SelectMany(Lines)
            .Concat(catalogue.Constraints.Select(one => $"constraint {one.Table}.{one.Name} {one.Definition}"))
            .Concat(catalogue.Indexes.Select(one => $"index {one.Table}.{one.Name} {one.Definition}"))
            .Concat(catalogue.Enums.Select(one => $"enum {one.Name} ({string.Join(", ", one.Values.Select(value => value.Text))})"))
            .Concat(catalogue.Domains.Select(one => $"domain {one.Name} {one.Type} {string.Join(", ", one.Checks)}".TrimEnd()))
            .Concat(catalogue.Routines.Select(one => $"routine {one.Signature} returns {one.Returns}"))
            .Concat(catalogue.Sequences.Select(one => $"sequence {one.Name}"))
            .Concat(catalogue.Triggers.Select(one => $"trigger {one.Table}.{one.Name} {one.Definition} {(one.IsEnabled ? "enabled" : "disabled")}"))
            .Concat(catalogue.Policies.Select(one => $"policy {one.Table}.{one.Name} {one.Definition}"))
            .Order(StringComparer.Ordinal),
    ];

    // By name and not by number: a copy has no gaps where columns were dropped.
    private static IEnumerable<string> Lines(Relation relation) =>
    [
        $"relation {relation.Name} {relation.Kind}{(relation.HasRowSecurity ? " with row security" : "")}",
        .. relation.Columns.Select(column =>
            $"column {relation.Name}.{column.Name} {column.Type}{(column.IsRequired ? " not null" : "")} {column.Source} {column.Default}".TrimEnd()),
    ];
}
