using System.Collections.Immutable;
using Npgsql;

namespace ReleaseInfra.Cli.Migrations.Catalogues;

/// <summary>Short forms of what is asked of a session.</summary>
internal static class Sessions
{
    public static async Task<ImmutableArray<T>> ListAsync<T>(
        this NpgsqlConnection session, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, session) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = ImmutableArray.CreateBuilder<T>();
        while (await reader.ReadAsync(cancellation))
            rows.Add(read(reader));
        return rows.ToImmutable();
    }

    /// <returns>The rows that it changed; -1 for what changes none.</returns>
    /// <exception cref="PostgresException">PostgreSQL refused it.</exception>
    public static async Task<int> ExecuteAsync(this NpgsqlConnection session, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, session) { CommandTimeout = 0 };
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    public static async Task<T> ScalarAsync<T>(this NpgsqlConnection session, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, session) { CommandTimeout = 0 };
        return (T)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>A relation's name as statements write it, with its schema.</summary>
    public static Task<string> QuotedAsync(this NpgsqlConnection session, long oid, CancellationToken cancellation) =>
        session.ScalarAsync<string>(
            FormattableString.Invariant(
                $"SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = {oid}"),
            cancellation);

    public static string? TextOrNull(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
