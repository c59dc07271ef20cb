using System.Collections.Immutable;
using Npgsql;
using ReleaseInfra.Cli.Migrations.Catalogues;
using ReleaseInfra.Domain.Migrations.Catalogues;

namespace ReleaseInfra.Cli.Migrations.Filling;

/// <summary>Puts rows into every table, by its types and constraints alone: a table without rows is never slow.</summary>
internal sealed class TableFiller(NpgsqlConnection session, int rows)
{
    /// <summary>Values for columns that refuse the first ones are tried so often for a table.</summary>
    private const int Attempts = 12;

    /// <returns>Of every table, those first that others refer to.</returns>
    public async Task<ImmutableArray<TableFill>> FillAsync(Catalogue catalogue, CancellationToken cancellation)
    {
        var fills = ImmutableArray.CreateBuilder<TableFill>();
        foreach (var table in TableOrder.Of(catalogue))
            fills.Add(await FillAsync(catalogue, table, cancellation));
        return fills.ToImmutable();
    }

    private async Task<TableFill> FillAsync(Catalogue catalogue, Relation table, CancellationToken cancellation)
    {
        var name = SqlNames.Table(table.Name);
        var there = await CountAsync(name, cancellation);
        var reason = there < rows ? await AddAsync(new RowRecipe(catalogue, table), name, cancellation) : null;
        var now = await CountAsync(name, cancellation);
        return new TableFill(table.Oid, table.Name, now, now > there ? null : reason);
    }

    /// <returns>Why nothing could be added; null where something was, or what there is leaves no room for more.</returns>
    private async Task<string?> AddAsync(RowRecipe recipe, string name, CancellationToken cancellation)
    {
        if (recipe.Unknown is { } column)
            return $"nothing is known of the type {column.Type} of {column.Name}";
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await session.ExecuteAsync(Insert(recipe, name), cancellation);
                return null;
            }
            catch (PostgresException refused)
            {
                if (attempt == Attempts || !recipe.TryOthers(refused.ConstraintName))
                    return refused.MessageText;
            }
        }
    }

    private string Insert(RowRecipe recipe, string name)
    {
        var values = recipe.Values.ToList();
        return values is []
            ? $"INSERT INTO {name} DEFAULT VALUES"
            : $"INSERT INTO {name} ({string.Join(", ", values.Select(value => SqlNames.Of(value.Column)))}) "
                + $"SELECT {string.Join(", ", values.Select(value => value.Value))} FROM {recipe.From(1, rows)} ON CONFLICT DO NOTHING";
    }

    private Task<long> CountAsync(string name, CancellationToken cancellation) =>
        session.ScalarAsync<long>($"SELECT count(*) FROM {name}", cancellation);
}
