using System.Collections.Immutable;
using Npgsql;
using ReleaseInfra.Cli.Migrations.Catalogues;
using ReleaseInfra.Domain.Migrations.Effects;

namespace ReleaseInfra.Cli.Migrations.Checking;

/// <summary>What a session's own counters say of a table at one moment.</summary>
/// <param name="Root">Of a partition, the table that it is part of; else itself.</param>
/// <param name="File">On disk: a table that is rewritten gets another.</param>
/// <param name="Scans">Begun from end to end.</param>
/// <param name="IndexRows">Entries that scans of its indexes gave.</param>
internal sealed record TableState(
    long Oid, long Root, long File, long Scans, long IndexRows, long Updated, long Deleted)
{
    private const string Sql = $"""
        SELECT c.oid::bigint, coalesce(pg_partition_root(c.oid), c.oid)::bigint, c.relfilenode::bigint,
               coalesce(pg_stat_get_xact_numscans(c.oid), 0),
               coalesce((SELECT sum(pg_stat_get_xact_tuples_returned(i.indexrelid)) FROM pg_index i WHERE i.indrelid = c.oid), 0)::bigint,
               coalesce(pg_stat_get_xact_tuples_updated(c.oid), 0),
               coalesce(pg_stat_get_xact_tuples_deleted(c.oid), 0)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE {CatalogueSql.OwnSchema} AND c.relkind IN ('r', 'p', 'm')
        """;

    public static async Task<ImmutableDictionary<long, TableState>> ReadAsync(NpgsqlConnection session, CancellationToken cancellation) =>
        (await session.ListAsync(Sql, Of, cancellation)).ToImmutableDictionary(state => state.Oid);

    /// <summary>The strongest lock that the session holds on each table, on those too that it has dropped.</summary>
    public static async Task<ImmutableDictionary<long, LockMode>> LocksAsync(NpgsqlConnection session, CancellationToken cancellation) =>
        (await session.ListAsync(
            """
            SELECT l.relation::bigint, l.mode FROM pg_locks l
            WHERE l.locktype = 'relation' AND l.pid = pg_backend_pid() AND l.granted
              AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
            """,
            row => (Table: row.GetInt64(0), Mode: LockModes.Parse(row.GetString(1))),
            cancellation))
        .GroupBy(held => held.Table)
        .ToImmutableDictionary(held => held.Key, held => held.Max(one => one.Mode));

    private static TableState Of(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        row.GetInt64(1),
        row.GetInt64(2),
        row.GetInt64(3),
        row.GetInt64(4),
        row.GetInt64(5),
        row.GetInt64(6));
}
