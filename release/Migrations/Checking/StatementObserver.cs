using System.Collections.Immutable;
using Npgsql;
using ReleaseInfra.Cli.Migrations.Catalogues;
using ReleaseInfra.Domain.Migrations.Catalogues;
using ReleaseInfra.Domain.Migrations.Effects;
using ReleaseInfra.Domain.Migrations.Files;

namespace ReleaseInfra.Cli.Migrations.Checking;

/// <summary>Runs a statement and says what it did, by PostgreSQL's own counters and catalogues.</summary>
/// <param name="before">The catalogue before the file.</param>
/// <param name="rows">Of each table before the file, by object; none where a table could not be filled.</param>
internal sealed class StatementObserver(
    NpgsqlConnection session, Catalogue before, ImmutableDictionary<long, long> rows, TimeProvider clock)
{
    /// <summary>Inside the session's transaction, which holds its locks still.</summary>
    /// <exception cref="PostgresException">PostgreSQL refused the statement.</exception>
    public async Task<StatementEffect> RunAsync(SqlStatement statement, int transaction, CancellationToken cancellation)
    {
        var was = await TableState.ReadAsync(session, cancellation);
        var start = clock.GetTimestamp();
        await session.ExecuteAsync(statement.Text, cancellation);
        var took = clock.GetElapsedTime(start);
        return await SeenAsync(statement, took, transaction, was, await TableState.LocksAsync(session, cancellation), cancellation);
    }

    /// <summary>Outside of any transaction: what it locks meanwhile is seen by another session, beside a writer that it must get along with.</summary>
    /// <exception cref="PostgresException">PostgreSQL refused the statement.</exception>
    public async Task<StatementEffect> RunAloneAsync(
        SqlStatement statement, Func<CancellationToken, Task<NpgsqlConnection>> open, CancellationToken cancellation)
    {
        var was = await TableState.ReadAsync(session, cancellation);
        await using var watch = await LockWatch.BeginAsync(open, session.ProcessID, before, cancellation);
        var start = clock.GetTimestamp();
        var running = session.ExecuteAsync(statement.Text, cancellation);
        var locks = await watch.SeeAsync(running, clock, cancellation);
        await running;
        var took = clock.GetElapsedTime(start);
        return await SeenAsync(statement, took, null, was, locks, cancellation);
    }

    private async Task<StatementEffect> SeenAsync(
        SqlStatement statement,
        TimeSpan took,
        int? transaction,
        ImmutableDictionary<long, TableState> was,
        ImmutableDictionary<long, LockMode> locks,
        CancellationToken cancellation)
    {
        var now = await TableState.ReadAsync(session, cancellation);
        var timeout = await session.ScalarAsync<string>("SELECT current_setting('lock_timeout')", cancellation);
        var tables = ImmutableArray.CreateBuilder<TableEffect>();
        foreach (var relation in before.Relations)
        {
            // A partitioned table has no rows of its own: what is done to it is done to its partitions.
            var parts = was.Values
                .Where(state => state.Root == relation.Oid)
                .Select(state => new TableChange(state, now.GetValueOrDefault(state.Oid, state), locks.GetValueOrDefault(state.Oid)))
                .ToList();
            if (parts is [])
                continue;
            var effect = await EffectAsync(relation, parts, cancellation);
            // What a statement of its own transactions counted is reported away in between, and says nothing.
            tables.Add(transaction is null ? effect with { IsScanned = false } : effect);
        }

        return new StatementEffect(
            statement, took, transaction, timeout != "0", await CatalogueReader.ReadAsync(session, cancellation), tables.ToImmutable());
    }

    private async Task<TableEffect> EffectAsync(Relation relation, List<TableChange> parts, CancellationToken cancellation)
    {
        long? there = rows.TryGetValue(relation.Oid, out var known) ? known : null;
        var isRewritten = parts.Exists(part => part.IsRewritten);
        var mayBeEmpty = there > 0 && (isRewritten || parts.Exists(part => part.Deleted > 0));
        var isEmptied = mayBeEmpty && !await session.ScalarAsync<bool>(
            $"SELECT EXISTS (SELECT FROM {await session.QuotedAsync(relation.Oid, cancellation)})", cancellation);
        return new TableEffect(
            relation.Oid,
            relation.Name,
            there,
            parts.Max(part => part.Lock),
            isRewritten,
            parts.Exists(part => part.Scans > 0) || (there > 0 && parts.Sum(part => part.IndexRows) * 2 >= there),
            parts.Sum(part => part.Updated + part.Deleted),
            isEmptied);
    }

    /// <summary>What a statement changed in the counters of a table, or of a part of one.</summary>
    private sealed record TableChange(TableState Was, TableState Now, LockMode Lock)
    {
        public bool IsRewritten => Was.File != Now.File;

        public long Scans => Now.Scans - Was.Scans;

        public long IndexRows => Now.IndexRows - Was.IndexRows;

        public long Updated => Now.Updated - Was.Updated;

        public long Deleted => Now.Deleted - Was.Deleted;
    }
}
