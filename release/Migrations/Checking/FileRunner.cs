using System.Collections.Immutable;
using Npgsql;
using ReleaseInfra.Cli.Migrations.Catalogues;
using ReleaseInfra.Domain.Migrations.Catalogues;
using ReleaseInfra.Domain.Migrations.Effects;
using ReleaseInfra.Domain.Migrations.Files;

namespace ReleaseInfra.Cli.Migrations.Checking;

/// <summary>Runs a migration as its tool would, and watches each statement.</summary>
/// <param name="open">Another session on the same database.</param>
internal sealed class FileRunner(Func<CancellationToken, Task<NpgsqlConnection>> open, MigrationLayout layout, TimeProvider clock)
{
    // active_sql_transaction: how PostgreSQL refuses what cannot run in a transaction.
    private const string InTransaction = PostgresErrorCodes.ActiveSqlTransaction;

    /// <param name="rows">Of each table, by object.</param>
    public async Task<FileCourse> RunAsync(MigrationFile file, ImmutableDictionary<long, long> rows, CancellationToken cancellation)
    {
        await using var session = await open(cancellation);
        var before = await CatalogueReader.ReadAsync(session, cancellation);
        var observer = new StatementObserver(session, before, rows, clock);
        if (layout == MigrationLayout.Prisma ? file.Statements.Length > 1 : !OpensItsOwn(file))
        {
            var course = await TogetherAsync(session, observer, file, before, cancellation);
            if (layout == MigrationLayout.Prisma || course.Error?.Code != InTransaction)
                return course;
        }

        return await OneByOneAsync(session, observer, file, before, cancellation);
    }

    private static bool OpensItsOwn(MigrationFile file) => file.Statements.Any(statement => statement.Control != TransactionControl.None);

    /// <summary>In one transaction, which ends early where the file ends it, and goes on with another.</summary>
    private static async Task<FileCourse> TogetherAsync(
        NpgsqlConnection session, StatementObserver observer, MigrationFile file, Catalogue before, CancellationToken cancellation)
    {
        var effects = ImmutableArray.CreateBuilder<StatementEffect>();
        var (transaction, isOpen) = (0, false);
        foreach (var statement in file.Statements)
        {
            try
            {
                if (!isOpen)
                    await session.ExecuteAsync("BEGIN", cancellation);
                transaction += isOpen ? 0 : 1;
                isOpen = statement.Control != TransactionControl.End;
                if (!isOpen)
                    await session.ExecuteAsync(statement.Text, cancellation);
                else if (statement.Control == TransactionControl.None)
                    effects.Add(await observer.RunAsync(statement, transaction, cancellation));
            }
            catch (PostgresException refused)
            {
                return await RefusedAsync(session, file, before, effects, statement, refused, cancellation);
            }
        }

        try
        {
            if (isOpen)
                await session.ExecuteAsync("COMMIT", cancellation);
        }
        catch (PostgresException refused)
        {
            return await RefusedAsync(session, file, before, effects, file.Statements[^1], refused, cancellation);
        }

        return new FileCourse(file, before, effects.ToImmutable(), null);
    }

    /// <summary>Each statement in a transaction of its own, or in none where it allows none, but for what the file itself puts in one.</summary>
    private async Task<FileCourse> OneByOneAsync(
        NpgsqlConnection session, StatementObserver observer, MigrationFile file, Catalogue before, CancellationToken cancellation)
    {
        var effects = ImmutableArray.CreateBuilder<StatementEffect>();
        var (transaction, isOpen) = (0, false);
        foreach (var statement in file.Statements)
        {
            try
            {
                transaction += isOpen ? 0 : 1;
                if (statement.Control != TransactionControl.None)
                {
                    await session.ExecuteAsync(statement.Text, cancellation);
                    isOpen = statement.Control == TransactionControl.Begin;
                }
                else
                {
                    effects.Add(isOpen
                        ? await observer.RunAsync(statement, transaction, cancellation)
                        : await ByItselfAsync(session, observer, statement, transaction, cancellation));
                }
            }
            catch (PostgresException refused)
            {
                return await RefusedAsync(session, file, before, effects, statement, refused, cancellation);
            }
        }

        return new FileCourse(file, before, effects.ToImmutable(), null);
    }

    private async Task<StatementEffect> ByItselfAsync(
        NpgsqlConnection session, StatementObserver observer, SqlStatement statement, int transaction, CancellationToken cancellation)
    {
        await session.ExecuteAsync("BEGIN", cancellation);
        try
        {
            var effect = await observer.RunAsync(statement, transaction, cancellation);
            await session.ExecuteAsync("COMMIT", cancellation);
            return effect;
        }
        catch (PostgresException refused) when (refused.SqlState == InTransaction)
        {
            await session.ExecuteAsync("ROLLBACK", cancellation);
        }

        return await observer.RunAloneAsync(statement, open, cancellation);
    }

    private static async Task<FileCourse> RefusedAsync(
        NpgsqlConnection session,
        MigrationFile file,
        Catalogue before,
        ImmutableArray<StatementEffect>.Builder effects,
        SqlStatement statement,
        PostgresException refused,
        CancellationToken cancellation)
    {
        await session.ExecuteAsync("ROLLBACK", cancellation);
        var detail = refused.Detail is { Length: > 0 } more ? $"{refused.MessageText}: {more}" : refused.MessageText;
        return new FileCourse(file, before, effects.ToImmutable(), new StatementError(statement, refused.SqlState, detail));
    }
}
