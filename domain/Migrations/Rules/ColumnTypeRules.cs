using ReleaseInfra.Domain.Migrations.Catalogues;
using ReleaseInfra.Domain.Migrations.Findings;

namespace ReleaseInfra.Domain.Migrations.Rules;

internal static class ColumnTypeRules
{
    public static IEnumerable<Breach> Of(string table, Column was, Column column)
    {
        if (ColumnType.Parse(column.Type).TakesAllOf(ColumnType.Parse(was.Type)))
            yield break;

        var subject = FindingSubject.OfColumn(table, column.Name);
        var way = $"Add a column of type {column.Type} beside it, write both, copy the values in batches, read the new one, and drop "
            + $"{column.Name} once no version in the rollback window uses it.";
        yield return ColumnType.Parse(was.Type).TakesAllOf(ColumnType.Parse(column.Type))
            ? new Breach(
                FindingKinds.TypeNarrowed,
                subject,
                $"{subject.Name} was {was.Type} and is {column.Type}: what the old version writes may not fit any more.",
                way)
            : new Breach(
                FindingKinds.TypeChanged,
                subject,
                $"{subject.Name} was {was.Type} and is {column.Type}: the old version reads and writes it as {was.Type}.",
                way);
    }
}
