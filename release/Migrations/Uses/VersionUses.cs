using System.Collections.Immutable;
using Npgsql;
using ReleaseInfra.Cli.Migrations.Catalogues;
using ReleaseInfra.Cli.Migrations.Filling;
using ReleaseInfra.Domain.Migrations.Catalogues;
using ReleaseInfra.Domain.Migrations.Uses;

namespace ReleaseInfra.Cli.Migrations.Uses;

/// <summary>What a version could send, by the schema that it was written for: values are written out, as an application sends them.</summary>
internal static class VersionUses
{
    // Beyond every row that was made up, so that what must be unique is.
    private const long Beyond = 10_000_019;
    private const int Attempts = 12;

    /// <param name="session">On a database that has the schema.</param>
    /// <returns>Statements that the database takes: what cannot be made up so that it does is left out.</returns>
    public static async Task<ImmutableArray<VersionUse>> ThatWorkAsync(NpgsqlConnection session, Catalogue schema, CancellationToken cancellation)
    {
        var uses = ImmutableArray.CreateBuilder<VersionUse>();
        foreach (var relation in schema.Relations.Where(relation => relation.Kind != RelationKind.Partition))
        {
            var all = relation.Kind is RelationKind.Table or RelationKind.PartitionedTable
                ? (IEnumerable<VersionUse>)[Select(relation), .. await WritesAsync(session, schema, relation, cancellation)]
                : [Select(relation)];
            foreach (var use in all)
            {
                if (await RefusalOfAsync(session, use, cancellation) is null)
                    uses.Add(use);
            }
        }

        return uses.ToImmutable();
    }

    /// <returns>Those that the database refuses, with its reason. Nothing that they write stays.</returns>
    public static async Task<ImmutableArray<RefusedUse>> RefusedAsync(
        NpgsqlConnection session, ImmutableArray<VersionUse> uses, CancellationToken cancellation)
    {
        var refused = ImmutableArray.CreateBuilder<RefusedUse>();
        foreach (var use in uses)
        {
            if (await RefusalOfAsync(session, use, cancellation) is { } refusal)
                refused.Add(new RefusedUse(use, refusal.SqlState, refusal.MessageText));
        }

        return refused.ToImmutable();
    }

    private static VersionUse Select(Relation relation) => new(
        relation.Name,
        "SELECT of every column",
        $"SELECT {string.Join(", ", relation.Columns.Select(column => SqlNames.Of(column.Name)))} FROM {SqlNames.Table(relation.Name)} LIMIT 1",
        IsCertain: true);

    private static async Task<IEnumerable<VersionUse>> WritesAsync(
        NpgsqlConnection session, Catalogue schema, Relation table, CancellationToken cancellation)
    {
        var recipe = new RowRecipe(schema, table);
        if (recipe.Unknown is not null)
            return [];
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            try
            {
                var row = await RowAsync(session, recipe, cancellation);
                var insert = Insert(table, "INSERT of every column", row, isCertain: true);
                await TryAsync(session, insert, cancellation);
                var required = row.Where(value => table.Find(value.Column) is { MustBeGiven: true });
                return [insert, Insert(table, "INSERT of required columns", [.. required], isCertain: false), .. Update(schema, table, row)];
            }
            catch (PostgresException refused)
            {
                if (!recipe.TryOthers(refused.ConstraintName))
                    break;
            }
        }

        return [];
    }

    /// <summary>A row that is not there yet, as text.</summary>
    private static async Task<ImmutableArray<(string Column, string? Value)>> RowAsync(
        NpgsqlConnection session, RowRecipe recipe, CancellationToken cancellation)
    {
        var values = recipe.Values.ToList();
        if (values is [])
            return [];
        var texts = await session.ScalarAsync<string?[]>(
            $"SELECT ARRAY[{string.Join(", ", values.Select(value => $"({value.Value})::text"))}] FROM {recipe.From(Beyond, Beyond)}", cancellation);
        return [.. values.Zip(texts, (value, text) => (value.Column, text))];
    }

    private static VersionUse Insert(Relation table, string what, ImmutableArray<(string Column, string? Value)> row, bool isCertain) => new(
        table.Name,
        what,
        row is []
            ? $"INSERT INTO {SqlNames.Table(table.Name)} DEFAULT VALUES"
            : $"INSERT INTO {SqlNames.Table(table.Name)} ({string.Join(", ", row.Select(value => SqlNames.Of(value.Column)))}) "
                + $"VALUES ({string.Join(", ", row.Select(value => SqlNames.Literal(value.Value)))})",
        isCertain);

    // Of one row that is there, and of columns that no key or unique index is about.
    private static IEnumerable<VersionUse> Update(Catalogue schema, Relation table, ImmutableArray<(string Column, string? Value)> row)
    {
        var constraints = schema.Constraints.Where(one => one.Table == table.Name && one.Kind != ConstraintKind.Check).ToList();
        var bound = constraints.SelectMany(constraint => constraint.Columns).ToHashSet();
        var free = row.Where(value => !bound.Contains(value.Column)).ToList();
        if (free is [] || constraints.Find(one => one.Kind == ConstraintKind.PrimaryKey) is not { Columns: [var key, ..] })
            yield break;
        var (name, id) = (SqlNames.Table(table.Name), SqlNames.Of(key));
        yield return new VersionUse(
            table.Name,
            "UPDATE of every column",
            $"UPDATE {name} SET {string.Join(", ", free.Select(value => $"{SqlNames.Of(value.Column)} = {SqlNames.Literal(value.Value)}"))} "
                + $"WHERE {id} = (SELECT {id} FROM {name} LIMIT 1)",
            IsCertain: true);
    }

    private static async Task<PostgresException?> RefusalOfAsync(NpgsqlConnection session, VersionUse use, CancellationToken cancellation)
    {
        try
        {
            await TryAsync(session, use, cancellation);
            return null;
        }
        catch (PostgresException refused)
        {
            return refused;
        }
    }

    /// <exception cref="PostgresException">The database refuses it.</exception>
    private static async Task TryAsync(NpgsqlConnection session, VersionUse use, CancellationToken cancellation)
    {
        await session.ExecuteAsync("BEGIN", cancellation);
        try
        {
            await session.ExecuteAsync(use.Sql, cancellation);
            // What is checked at the end of a transaction is checked now.
            await session.ExecuteAsync("SET CONSTRAINTS ALL IMMEDIATE", cancellation);
        }
        finally
        {
            await session.ExecuteAsync("ROLLBACK", cancellation);
        }
    }
}
