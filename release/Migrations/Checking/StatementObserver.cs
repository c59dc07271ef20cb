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
            if (was.GetValueOrDefault(relation.Oid) is not { } from)
                continue;
            var effect = await EffectAsync(relation, from, now.GetValueOrDefault(relation.Oid, from), locks.GetValueOrDefault(relation.Oid), cancellation);
            // What a statement of its own transactions counted is reported away in between, and says nothing.
            tables.Add(transaction is null ? effect with { IsScanned = false } : effect);
        }

        return new StatementEffect(
            statement, took, transaction, timeout != "0", await CatalogueReader.ReadAsync(session, cancellation), tables.ToImmutable());
    }

    private async Task<TableEffect> EffectAsync(Relation relation, TableState was, TableState now, LockMode held, CancellationToken cancellation)
    {
        long? there = rows.TryGetValue(relation.Oid, out var known) ? known : null;
        var (isRewritten, deleted) = (was.File != now.File, now.Deleted - was.Deleted);
        var mayBeEmpty = there > 0 && (isRewritten || deleted > 0);
        var isEmptied = mayBeEmpty && !await session.ScalarAsync<bool>(
            $"SELECT EXISTS (SELECT FROM {await session.QuotedAsync(relation.Oid, cancellation)})", cancellation);
        return new TableEffect(
            relation.Oid,
            relation.Name,
            there,
            held,
            isRewritten,
            now.Scans > was.Scans || (there > 0 && (now.IndexRows - was.IndexRows) * 2 >= there),
            now.Updated - was.Updated + deleted,
            isEmptied);
    }
}
