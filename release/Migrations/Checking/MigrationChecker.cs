using System.Collections.Immutable;
using ReleaseInfra.Cli.Migrations.Clusters;
using ReleaseInfra.Cli.Migrations.Filling;
using ReleaseInfra.Domain.Migrations;
using ReleaseInfra.Domain.Migrations.Effects;
using ReleaseInfra.Domain.Migrations.Files;

namespace ReleaseInfra.Cli.Migrations.Checking;

/// <summary>Tries migrations one after the other on a real database with rows in it, and judges each by what happened.</summary>
/// <param name="clock">The real one: it measures what PostgreSQL takes.</param>
internal sealed class MigrationChecker(ScratchDatabase database, TimeProvider clock)
{
    /// <exception cref="ReleaseFailure">The server fails, or refuses a file before those that are checked.</exception>
    public async Task<MigrationCheck> CheckAsync(MigrationQuestion question, IProgress<string> progress, CancellationToken cancellation)
    {
        var set = question.Set;
        var runner = new FileRunner(database.OpenAsync, set.Layout, clock);
        foreach (var file in set.Files[..question.First])
        {
            progress.Report($"{file.Name}, which comes before");
            await PrepareAsync(runner, file, cancellation);
        }

        var files = ImmutableArray.CreateBuilder<CheckedFile>();
        var unfilled = new Dictionary<string, TableFill>();
        foreach (var file in set.Files[question.First..])
        {
            progress.Report(file.Name);
            var fills = await FillAsync(question.Rows, cancellation);
            foreach (var fill in fills.Where(fill => fill.Reason is not null))
                unfilled[fill.Table] = fill;
            var course = await runner.RunAsync(file, Rows(fills), cancellation);
            files.Add(new CheckedFile(course, MigrationJudge.Judge(course, question.Window)));
            if (course.Error is not null)
                break;
        }

        return new MigrationCheck(
            question,
            database.Server.Place,
            database.Server.Version,
            files.ToImmutable(),
            [.. unfilled.Values.OrderBy(fill => fill.Table, StringComparer.Ordinal)],
            [.. set.Files[(question.First + files.Count)..].Select(file => file.Name)]);
    }

    private async Task<ImmutableArray<TableFill>> FillAsync(int rows, CancellationToken cancellation)
    {
        await using var session = await database.OpenAsync(cancellation);
        return await new TableFiller(session, rows).FillAsync(cancellation);
    }

    private static async Task PrepareAsync(FileRunner runner, MigrationFile file, CancellationToken cancellation)
    {
        var course = await runner.RunAsync(file, ImmutableDictionary<long, long>.Empty, cancellation);
        if (course.Error is { } error)
            throw ReleaseFailure.MigrationBefore(file.Name, error.Statement.Line, error.Message);
    }

    private static ImmutableDictionary<long, long> Rows(ImmutableArray<TableFill> fills) =>
        fills.Where(fill => fill.Rows > 0).ToImmutableDictionary(fill => fill.Oid, fill => fill.Rows);
}
