using System.Collections.Immutable;
using ReleaseInfra.Cli.Migrations;
using ReleaseInfra.Cli.Migrations.Checking;
using ReleaseInfra.Cli.Migrations.Clusters;
using ReleaseInfra.Cli.Migrations.Rehearsal;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Rehearse.Databases;

/// <summary>A real PostgreSQL with the release's migrations in it, which both versions then run against. It ends with the rehearsal.</summary>
internal sealed class RehearsedDatabase : IAsyncDisposable
{
    /// <summary>Enough for a scan to be seen, and quickly there.</summary>
    private const int Rows = 1_000;

    private readonly MigrationDatabase _database;

    private RehearsedDatabase(MigrationDatabase database, RehearsedMigrations migrations) => (_database, Migrations) = (database, migrations);

    public RehearsedMigrations Migrations { get; }

    /// <summary>What a service's own program is given to reach it.</summary>
    public ImmutableSortedDictionary<string, string> Variables =>
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("DATABASE_URL", _database.Database.Url);

    /// <exception cref="ReleaseFailure">There is no PostgreSQL, it fails, or the migrations cannot be read.</exception>
    public static async Task<RehearsedDatabase> OpenAsync(
        DatabaseWishes wishes, EnvironmentSettings settings, string? path, ITerminal terminal, TimeProvider clock, CancellationToken cancellation)
    {
        var set = MigrationFolder.Read(wishes.Folder);
        var question = new MigrationQuestion(
            set, set.FirstOpen(wishes.Since, null, set.Files.Length - 1), Rows, [.. RollbackWindow.Of(settings.Release).Distinct()]);
        var database = await MigrationDatabase.OpenAsync(wishes.Server, path, cancellation);
        try
        {
            var programs = wishes.Server is null ? PostgresPrograms.Find(path) : null;
            var migrations = await terminal.TrackAsync("Migrating", progress =>
                new MigrationRehearsal(database.Database, programs, clock).RunAsync(question, new NoTrial(), progress, cancellation));
            return new RehearsedDatabase(database, migrations);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
