using Npgsql;

namespace ReleaseInfra.Cli;

/// <content>What stands between a migration and a real PostgreSQL.</content>
internal sealed partial class ReleaseFailure
{
    public static ReleaseFailure NoPostgres() => new(
        ExitCode.Configuration,
        "This machine has no PostgreSQL to try migrations on. Install one (Debian and Ubuntu: apt-get install postgresql; macOS: brew install " +
        "postgresql@17; Windows: winget install PostgreSQL.PostgreSQL.17), or start one and name it: docker run -d -p 5432:5432 -e " +
        "POSTGRES_PASSWORD=check postgres:17, then --database postgresql://postgres:check@localhost/postgres");

    public static ReleaseFailure NoServerAccount(IEnumerable<string> accounts) => new(
        ExitCode.EngineFailed,
        $"PostgreSQL refuses to be run by root, and this machine has no account to run it by: {string.Join(" or ", accounts)}. " +
        "Run the command as another user, or name a server with --database.");

    public static ReleaseFailure ClusterFailed(string program, string output) => new(
        ExitCode.EngineFailed,
        $"{program} could not make a PostgreSQL to try migrations on: {Sentence(output)} Put that right, or name a server with --database.");

    public static ReleaseFailure BackupFailed(string program, string output) => new(
        ExitCode.EngineFailed,
        $"{program} failed: {Sentence(output)}");

    public static ReleaseFailure PostgresTooOld(string place, int version, int oldest) => new(
        ExitCode.Configuration,
        $"PostgreSQL ({place}) has version {version}, and migrations are tried on {oldest} or newer.");

    public static ReleaseFailure PostgresRefused(string place, NpgsqlException cause) => new(
        ExitCode.EngineFailed,
        $"PostgreSQL ({place}) cannot be used: {Sentence(cause is PostgresException said ? said.MessageText : cause.InnerException?.Message ?? cause.Message)}",
        cause);

    public static ReleaseFailure NoDatabaseUrl() => new(
        ExitCode.Configuration,
        "--database takes the address of a database, such as postgresql://user:password@host:5432/postgres, on a server where others may be made.");

    public static ReleaseFailure UnknownDatabaseSetting(string name) => new(
        ExitCode.Configuration,
        $"The address of a database has no setting '{name}' here, or it has no such value. It takes sslmode: disable, allow, prefer, require, " +
        "verify-ca, verify-full.");

    public static ReleaseFailure NoMigrations(string folder) => new(
        ExitCode.Configuration,
        $"{folder} has no migrations: neither files named *.sql nor folders with a migration.sql in them.");

    public static ReleaseFailure NoMigrationFolder(string folder) => new(
        ExitCode.Configuration,
        $"There is no folder {folder}.");

    public static ReleaseFailure MigrationUnreadable(string file, int line, string reason) => new(
        ExitCode.Configuration,
        $"{file}:{line}: {reason}");

    public static ReleaseFailure UnknownMigration(string name, IReadOnlyCollection<string> known) => new(
        ExitCode.Configuration,
        $"There is no migration '{name}'. There {(known.Count == 1 ? "is" : "are")} {string.Join(", ", known)}.");

    public static ReleaseFailure NothingAfter(string name) => new(
        ExitCode.Configuration,
        $"No migration comes after '{name}': there is nothing to check.");

    public static ReleaseFailure SinceAndFrom() => new(
        ExitCode.Configuration,
        "--since and --from exclude each other: choose one.");

    public static ReleaseFailure NoRows(int most) => new(
        ExitCode.Configuration,
        FormattableString.Invariant($"--rows takes 1 to {most:N0}: without rows no lock would be long."));

    /// <summary>A migration before those that are checked: with it, nothing can be said of them.</summary>
    public static ReleaseFailure MigrationBefore(string file, int line, string reason) => new(
        ExitCode.EngineFailed,
        $"{file}:{line} comes before what is checked, and PostgreSQL refused it: {Sentence(reason)}");
}
