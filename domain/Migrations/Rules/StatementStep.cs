using ReleaseInfra.Domain.Migrations.Catalogues;
using ReleaseInfra.Domain.Migrations.Effects;
using ReleaseInfra.Domain.Migrations.Findings;

namespace ReleaseInfra.Domain.Migrations.Rules;

/// <summary>One statement of a file, between the catalogues before and after it.</summary>
internal sealed record StatementStep(FileCourse Course, Catalogue Before, StatementEffect Effect)
{
    public Catalogue After => Effect.After;

    public FindingPlace Place => new(Course.File.Name, Effect.Statement.Number, Effect.Statement.Line);

    public static IEnumerable<StatementStep> Of(FileCourse course) => course.Effects.Select((effect, index) =>
        new StatementStep(course, index == 0 ? course.Before : course.Effects[index - 1].After, effect));

    public IEnumerable<TableConstraint> NewConstraints(long table) => After.Constraints.Where(constraint =>
        After.Find(table)?.Name == constraint.Table
        && !Before.Constraints.Any(one => one.Oid == constraint.Oid && one.IsValidated == constraint.IsValidated));

    public IEnumerable<TableIndex> NewIndexes(long table) => After.Indexes.Where(index =>
        After.Find(table)?.Name == index.Table && Before.Indexes.All(one => one.Oid != index.Oid));

    /// <summary>Columns that took NULL before the statement, and not after it.</summary>
    public IEnumerable<Column> NewlyRequired(long table) => After.Find(table)?.Columns.Where(column =>
        column.IsRequired && Before.Find(table)?.Find(column.Number) is { IsRequired: false }) ?? [];

    public IEnumerable<Column> Retyped(long table) => After.Find(table)?.Columns.Where(column =>
        Before.Find(table)?.Find(column.Number) is { } was && was.Type != column.Type) ?? [];

    public IEnumerable<Column> NewColumns(long table) => After.Find(table)?.Columns.Where(column =>
        Before.Find(table) is { } was && was.Find(column.Number) is null) ?? [];
}
