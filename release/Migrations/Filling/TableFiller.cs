using System.Collections.Immutable;
using System.Globalization;
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
    public async Task<ImmutableArray<TableFill>> FillAsync(CancellationToken cancellation)
    {
        var catalogue = await CatalogueReader.ReadAsync(session, cancellation);
        var fills = ImmutableArray.CreateBuilder<TableFill>();
        foreach (var table in TableOrder.Of(catalogue))
            fills.Add(await FillAsync(catalogue, table, cancellation));
        return fills.ToImmutable();
    }

    private async Task<TableFill> FillAsync(Catalogue catalogue, Relation table, CancellationToken cancellation)
    {
        var name = await session.QuotedAsync(table.Oid, cancellation);
        var insert = new TableInsert(catalogue, table, name);
        var reason = (string?)null;
        var there = await CountAsync(name, cancellation);
        for (var attempt = 0; attempt < Attempts && there < rows; attempt++)
        {
            reason = await TryAsync(insert, cancellation);
            if (reason is null)
                break;
            if (!insert.TryOtherValues())
                break;
        }

        var now = await CountAsync(name, cancellation);
        return new TableFill(table.Oid, table.Name, now, now > there ? null : reason);
    }

    private async Task<string?> TryAsync(TableInsert insert, CancellationToken cancellation)
    {
        try
        {
            if (insert.Unknown is { } column)
                return $"nothing is known of the type {column.Type} of {column.Name}";
            await session.ExecuteAsync(insert.Sql(rows), cancellation);
            return null;
        }
        catch (PostgresException refused)
        {
            insert.Refused = refused.ConstraintName;
            return refused.MessageText;
        }
    }

    private async Task<long> CountAsync(string name, CancellationToken cancellation) =>
        Convert.ToInt64(await session.ScalarAsync<object>($"SELECT count(*) FROM {name}", cancellation), CultureInfo.InvariantCulture);
}
