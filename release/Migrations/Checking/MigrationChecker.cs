using System.Collections.Immutable;
using ReleaseInfra.Cli.Migrations.Catalogues;
using ReleaseInfra.Cli.Migrations.Clusters;
using ReleaseInfra.Cli.Migrations.Filling;
using ReleaseInfra.Cli.Migrations.Uses;
using ReleaseInfra.Domain.Migrations;
using ReleaseInfra.Domain.Migrations.Effects;
using ReleaseInfra.Domain.Migrations.Files;
using ReleaseInfra.Domain.Migrations.Uses;

namespace ReleaseInfra.Cli.Migrations.Checking;

/// <summary>Tries migrations one after the other on a real database with rows in it, and judges each by what happened.</summary>
/// <param name="clock">The real one: it measures what PostgreSQL takes.</param>
internal sealed class MigrationChecker(ScratchDatabase database, TimeProvider clock)
{
    /// <exception cref="ReleaseFailure">The server fails, or refuses a file before those that are checked.</exception>
    public async Task<MigrationCheck> CheckAsync(MigrationQuestion question, IProgress<string> progress, CancellationToken cancellation)
    {
        progress.Report("What comes before");
        await PrepareAsync(question, cancellation);
        return await CheckOpenAsync(question, progress, cancellation);
    }

    /// <summary>Runs the files before those that are checked.</summary>
    /// <exception cref="ReleaseFailure">The server refuses one.</exception>
    public async Task PrepareAsync(MigrationQuestion question, CancellationToken cancellation)
    {
        var runner = RunnerOf(question);
        foreach (var file in question.Set.Files[..question.First])
        {
            var course = await runner.RunAsync(file, ImmutableDictionary<long, long>.Empty, cancellation);
            if (course.Error is { } error)
                throw ReleaseFailure.MigrationBefore(file.Name, error.Statement.Line, error.Message);
        }
    }

    /// <summary>Runs and judges the files that are checked, after those before them.</summary>
    public async Task<MigrationCheck> CheckOpenAsync(MigrationQuestion question, IProgress<string> progress, CancellationToken cancellation)
    {
        var open = question.Set.Files[question.First..];
        var files = ImmutableArray.CreateBuilder<CheckedFile>();
        var unfilled = new SortedDictionary<string, TableFill>(StringComparer.Ordinal);
        foreach (var file in open)
        {
            progress.Report(file.Name);
            var fills = await FillAsync(question.Rows, cancellation);
            foreach (var fill in fills.Where(fill => fill.Reason is not null))
                unfilled[fill.Table] = fill;
            var course = await RunAsync(RunnerOf(question), file, fills, cancellation);
            files.Add(new CheckedFile(course, MigrationJudge.Judge(course, question.Window)));
            if (course.Error is not null)
                break;
        }

        return new MigrationCheck(
            question,
            database.Server.Place,
            database.Server.Version,
            files.ToImmutable(),
            [.. unfilled.Values],
            [.. open[files.Count..].Select(file => file.Name)]);
    }

    /// <summary>Puts rows into every table that has fewer.</summary>
    public async Task<ImmutableArray<TableFill>> FillAsync(int rows, CancellationToken cancellation)
    {
        await using var session = await database.OpenAsync(cancellation);
        var catalogue = await CatalogueReader.ReadAsync(session, cancellation);
        return await new TableFiller(session, rows).FillAsync(catalogue, cancellation);
    }

    private async Task<FileCourse> RunAsync(FileRunner runner, MigrationFile file, ImmutableArray<TableFill> fills, CancellationToken cancellation)
    {
        await using var session = await database.OpenAsync(cancellation);
        var before = await CatalogueReader.ReadAsync(session, cancellation);
        var uses = await VersionUses.ThatWorkAsync(session, before, cancellation);
        var rows = fills.Where(fill => fill.Rows > 0).ToImmutableDictionary(fill => fill.Oid, fill => fill.Rows);
        var course = await runner.RunAsync(file, rows, cancellation);
        // Half a migration is nothing that any version meets.
        return course.Error is null ? course with { Refused = await RefusedAsync(uses, cancellation) } : course;
    }

    // A session of its own: the first one has plans of the schema before.
    private async Task<ImmutableArray<RefusedUse>> RefusedAsync(ImmutableArray<VersionUse> uses, CancellationToken cancellation)
    {
        await using var session = await database.OpenAsync(cancellation);
        return await VersionUses.RefusedAsync(session, uses, cancellation);
    }

    private FileRunner RunnerOf(MigrationQuestion question) => new(database.OpenAsync, question.Set.Layout, clock);
}
