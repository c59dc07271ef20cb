using System.Collections.Immutable;
using Npgsql;
using ReleaseInfra.Cli.Migrations.Catalogues;
using ReleaseInfra.Domain.Migrations.Catalogues;
using ReleaseInfra.Domain.Migrations.Effects;

namespace ReleaseInfra.Cli.Migrations.Checking;

/// <summary>Sees which locks a session takes in a statement that ends its own transactions, and so holds none afterwards.</summary>
/// <remarks>
/// A writer's transaction is open on every table meanwhile, as an application's would be: what conflicts with writers, or waits for
/// them, stands still then and is seen for certain, however quick it is. When it was seen the writer goes.
/// </remarks>
internal sealed class LockWatch : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    private readonly NpgsqlConnection _watcher;
    private readonly NpgsqlConnection _writer;
    private readonly int _watched;

    private LockWatch(NpgsqlConnection watcher, NpgsqlConnection writer, int watched) => (_watcher, _writer, _watched) = (watcher, writer, watched);

    /// <param name="watched">The session's process.</param>
    public static async Task<LockWatch> BeginAsync(
        Func<CancellationToken, Task<NpgsqlConnection>> open, int watched, Catalogue tables, CancellationToken cancellation)
    {
        var watcher = await open(cancellation);
        var watch = new LockWatch(watcher, await open(cancellation), watched);
        await watch._writer.ExecuteAsync("BEGIN", cancellation);
        foreach (var table in tables.Relations.Where(relation => relation.Kind is RelationKind.Table or RelationKind.PartitionedTable))
        {
            var name = await watcher.QuotedAsync(table.Oid, cancellation);
            await watch._writer.ExecuteAsync($"LOCK TABLE {name} IN ROW EXCLUSIVE MODE", cancellation);
        }

        return watch;
    }

    /// <returns>The strongest on each table, taken or waited for, until the work ended.</returns>
    public async Task<ImmutableDictionary<long, LockMode>> SeeAsync(Task running, TimeProvider clock, CancellationToken cancellation)
    {
        var seen = ImmutableDictionary.CreateBuilder<long, LockMode>();
        var isWriting = true;
        while (!running.IsCompleted)
        {
            foreach (var (table, mode, waits) in await LocksAsync(cancellation))
            {
                seen[table] = mode > seen.GetValueOrDefault(table) ? mode : seen.GetValueOrDefault(table);
                if (!waits || !isWriting)
                    continue;
                await _writer.ExecuteAsync("ROLLBACK", cancellation);
                isWriting = false;
            }

            await Task.WhenAny(running, Task.Delay(Pause, clock, cancellation));
        }

        return seen.ToImmutable();
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _watcher.DisposeAsync();
    }

    private Task<ImmutableArray<(long Table, LockMode Mode, bool Waits)>> LocksAsync(CancellationToken cancellation) => _watcher.ListAsync(
        FormattableString.Invariant(
            $"""
            SELECT l.relation::bigint, l.mode, EXISTS (SELECT FROM pg_locks w WHERE w.pid = l.pid AND NOT w.granted)
            FROM pg_locks l JOIN pg_class c ON c.oid = l.relation JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE l.pid = {_watched} AND l.locktype = 'relation' AND c.relkind IN ('r', 'p', 'm') AND {CatalogueSql.OwnSchema}
            """),
        row => (row.GetInt64(0), LockModes.Parse(row.GetString(1)), row.GetBoolean(2)),
        cancellation);
}
