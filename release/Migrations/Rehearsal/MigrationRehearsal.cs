using System.Collections.Immutable;
using Npgsql;
using ReleaseInfra.Cli.Migrations.Catalogues;
using ReleaseInfra.Cli.Migrations.Checking;
using ReleaseInfra.Cli.Migrations.Clusters;
using ReleaseInfra.Cli.Migrations.Uses;
using ReleaseInfra.Domain.Migrations.Catalogues;
using ReleaseInfra.Domain.Migrations.Uses;

namespace ReleaseInfra.Cli.Migrations.Rehearsal;

/// <summary>A release's migrations on a database of its own: prepared as before, backed up, migrated, used by both versions, and put back where that fails.</summary>
/// <param name="database">Empty.</param>
/// <param name="clock">The real one: it measures what PostgreSQL takes.</param>
internal sealed class MigrationRehearsal(ScratchDatabase database, PostgresPrograms? programs, TimeProvider clock)
{
    /// <param name="trial">Both versions' applications against the migrated database.</param>
    /// <exception cref="ReleaseFailure">PostgreSQL fails, or refuses a file before those of the release.</exception>
    public async Task<RehearsedMigrations> RunAsync(
        MigrationQuestion question, IMigrationTrial trial, IProgress<string> progress, CancellationToken cancellation)
    {
        try
        {
            return await CarryAsync(question, trial, progress, cancellation);
        }
        catch (NpgsqlException failed)
        {
            throw ReleaseFailure.PostgresRefused(database.Server.Place, failed);
        }
    }

    private async Task<RehearsedMigrations> CarryAsync(
        MigrationQuestion question, IMigrationTrial trial, IProgress<string> progress, CancellationToken cancellation)
    {
        var checker = new MigrationChecker(database, clock);
        progress.Report($"preparing {Before(question)}");
        await checker.PrepareAsync(question, cancellation);
        await checker.FillAsync(question.Rows, cancellation);
        var schema = await SchemaAsync(cancellation);
        var oldUses = await UsesAsync(schema, cancellation);
        await trial.BeginAsync(database.Url, cancellation);

        progress.Report("backing up");
        await using var backup = DatabaseBackup.Of(database, programs);
        var backedUp = await TimedAsync(() => backup.TakeAsync(cancellation));

        progress.Report("migrating");
        var (check, migrated) = await TimedAsync(() => checker.CheckOpenAsync(question, progress, cancellation));

        progress.Report("trying both versions");
        var refused = await TryAsync(check, oldUses, trial, cancellation);
        var reasons = Reasons(check, refused);
        return reasons is []
            ? new MigrationsPassed(check, refused, backup.Kind, backedUp, migrated)
            : await RestoreAsync(new MigrationsPassed(check, refused, backup.Kind, backedUp, migrated), reasons, schema, backup, progress, cancellation);
    }

    private async Task<VersionRefusals> TryAsync(
        MigrationCheck check, ImmutableArray<VersionUse> oldUses, IMigrationTrial trial, CancellationToken cancellation)
    {
        // What did not migrate as a whole is put back, and no version ever meets it.
        if (check.NotReached is not [] || check.Files.Any(file => file.Course.Error is not null))
            return VersionRefusals.None;
        await using var session = await database.OpenAsync(cancellation);
        var now = await CatalogueReader.ReadAsync(session, cancellation);
        var newUses = await VersionUses.ThatWorkAsync(session, now, cancellation);
        return new VersionRefusals(
            await VersionUses.RefusedAsync(session, oldUses, cancellation),
            [.. now.Relations.Where(relation => newUses.All(use => use.Table != relation.Name)).Select(relation => relation.Name)],
            await trial.TryAsync(database.Url, cancellation));
    }

    private static ImmutableArray<string> Reasons(MigrationCheck check, VersionRefusals refused) =>
    [
        .. check.Findings.Where(finding => finding.Kind.Severity == Domain.Migrations.Findings.Severity.Unsafe)
            .Select(finding => $"{finding.Place.File}:{finding.Place.Line}: {finding.Kind.Code} {finding.Subject.Name}. {finding.Why}"),
        .. refused.ByApplications,
    ];

    private async Task<RehearsedMigrations> RestoreAsync(
        MigrationsPassed went,
        ImmutableArray<string> reasons,
        Catalogue schema,
        DatabaseBackup backup,
        IProgress<string> progress,
        CancellationToken cancellation)
    {
        progress.Report("restoring");
        var restored = await TimedAsync(() => backup.RestoreAsync(cancellation));
        var lines = CatalogueText.Lines(await SchemaAsync(cancellation));
        var expected = CatalogueText.Lines(schema);
        return new MigrationsRestored(
            went.Check, went.Refused, went.Backup, went.BackUp, went.Migrate, reasons, restored,
            [.. expected.Except(lines).Select(line => $"missing: {line}"), .. lines.Except(expected).Select(line => $"left: {line}")]);
    }

    private async Task<Catalogue> SchemaAsync(CancellationToken cancellation)
    {
        await using var session = await database.OpenAsync(cancellation);
        return await CatalogueReader.ReadAsync(session, cancellation);
    }

    private async Task<ImmutableArray<VersionUse>> UsesAsync(Catalogue schema, CancellationToken cancellation)
    {
        await using var session = await database.OpenAsync(cancellation);
        return await VersionUses.ThatWorkAsync(session, schema, cancellation);
    }

    private async Task<TimeSpan> TimedAsync(Func<Task> work)
    {
        var start = clock.GetTimestamp();
        await work();
        return clock.GetElapsedTime(start);
    }

    private async Task<(T Result, TimeSpan Took)> TimedAsync<T>(Func<Task<T>> work)
    {
        var start = clock.GetTimestamp();
        var result = await work();
        return (result, clock.GetElapsedTime(start));
    }

    private static string Before(MigrationQuestion question) => question.First == 0
        ? "an empty database"
        : $"the schema up to {question.Set.Files[question.First - 1].Name}";
}
