using ReleaseInfra.Cli;
using ReleaseInfra.Release.Tests.Commands;
using static ReleaseInfra.Release.Tests.Commands.CommandLineRun;

namespace ReleaseInfra.Release.Tests.Migrations;

/// <summary>The whole command, on a database of its own beside the others of the cluster.</summary>
[NonParallelizable]
public sealed class MigrationsCheckCommandTests : WorkspaceTests
{
    private const string Users = "CREATE TABLE users (id integer PRIMARY KEY, name text);\n";

    private static string Url => TestCluster.Server.UrlOf("postgres");

    [Test]
    public async Task Safe_EndsWithDone()
    {
        Workspace.Write("db/1.sql", Users).Write("db/2.sql", "ALTER TABLE users ADD COLUMN phone text;");
        var run = await CheckAsync();

        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
        Assert.That(run.Output, Does.StartWith($"Migrations in {Workspace.PathOf("db")}\nfiles of SQL: each is one transaction, unless it has a statement that runs in none\n"));
        Assert.That(run.Output, Does.Contain("2.sql\n    1  ALTER TABLE users ADD COLUMN phone text  0 ms\n       ACCESS EXCLUSIVE on users (50 rows)\n"));
        Assert.That(run.Output, Does.EndWith("\nNothing unsafe, 0 notices, 2 files checked.\n"));
    }

    [Test]
    public async Task Unsafe_SaysWhereWhyAndWhatInstead()
    {
        Workspace.Write("db/1.sql", Users).Write("db/2.sql", "-- Full names.\nALTER TABLE users RENAME COLUMN name TO full_name;");
        var run = await CheckAsync("--since", "1");

        Assert.That(run.Code, Is.EqualTo(ExitCode.RolledBack), run.Error);
        Assert.That(run.Output, Does.Contain(
            """
                   unsafe  column-renamed  users.name  (line 2; breaks: old version)
                     users.name is named full_name now: every statement of the old version that names it fails. Tried: SELECT of every column: column "name" does not exist.
                     to do: Add full_name beside name, let a trigger or the new version write both, copy the values in batches, read the new one, and drop name once no version in the rollback window uses it.
            """));
        Assert.That(run.Output, Does.EndWith("\n1 unsafe, 0 notices, 1 file checked.\n"));
    }

    [Test]
    public async Task Window_IsOfTheStacksSlots()
    {
        Workspace.Write("db/1.sql", Users).Write("db/2.sql", "-- release: contract users.name; unused since v9.0.0\nALTER TABLE users DROP COLUMN name;");
        var run = await CheckAsync("--from", "2.sql", "--stack", "staging", "--markdown");

        Assert.That(run.Code, Is.EqualTo(ExitCode.RolledBack), run.Error);
        Assert.That(run.Output, Does.Contain("- **unsafe** `contract-refused`, `2.sql:2`, breaks migration: users.name is gone"));
        Assert.That(run.Output, Does.Contain("The file says that users.name is unused since v9.0.0, and v1.2.2, v1.2.3 are in the rollback window, and not known to be as new as v9.0.0.\n"));
    }

    [Test]
    public async Task Databases_AreDroppedAfterwards()
    {
        Workspace.Write("db/1.sql", Users);
        await CheckAsync();
        await using var session = await TestCluster.Server.OpenAsync(TestCluster.Server.ConnectionTo("postgres"), CancellationToken.None);
        await using var command = new Npgsql.NpgsqlCommand("SELECT count(*) FROM pg_database WHERE datname LIKE 'release\\_check\\_%'", session);

        Assert.That(await command.ExecuteScalarAsync(), Is.Zero);
    }

    [TestCase("SELECT 1;", "--since 3", 2, "There is no migration '3'. There is 1.sql.\n")]
    [TestCase("SELECT 1;", "--since 1", 2, "No migration comes after '1': there is nothing to check.\n")]
    [TestCase("SELECT 1;", "--since 1 --from 1", 2, "--since and --from exclude each other: choose one.\n")]
    [TestCase("SELECT 1;", "--rows 0", 2, "--rows takes 1 to 1,000,000: without rows no lock would be long.\n")]
    [TestCase("SELECT 1;", "--window latest", 2, "'latest' is not an immutable version such as v1.2.3, v1.2.3-rc.1 or sha- and 40 hexadecimal digits.\n")]
    [TestCase("SELECT 1;\nSELECT 'a", "", 2, "1.sql:2: A quote begins here and never ends.\n")]
    [TestCase("-- release: later\nSELECT 1;", "", 2, "1.sql:1: 'later' is no directive. The only one is '-- release: contract TABLE.COLUMN; unused since v1.2.3'.\n")]
    public async Task Rejects_Question(string sql, string options, int code, string error)
    {
        Workspace.Write("db/1.sql", sql);
        var run = await CheckAsync(options.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.That(((int)run.Code, run.Error), Is.EqualTo((code, error)));
    }

    [Test]
    public async Task Rejects_Option_NamingTheVerbAndWhatItIsUnder()
    {
        var run = await InAsync(Workspace, "migrations", "check", "db", "--rows", "many");

        Assert.That(run.Error, Does.EndWith("Run 'release migrations check --help' for what it takes.\n"));
    }

    [Test]
    public async Task Rejects_EmptyFolder()
    {
        Directory.CreateDirectory(Workspace.PathOf("db"));
        var run = await CheckAsync();

        Assert.That(run.Error, Is.EqualTo($"{Workspace.PathOf("db")} has no migrations: neither files named *.sql nor folders with a migration.sql in them.\n"));
    }

    [TestCase("mysql://x:secret@localhost/a", "--database takes the address of a database, such as postgresql://user:password@host:5432/postgres, on a server where others may be made.\n")]
    [TestCase("postgresql://x:secret@localhost/a?sslmode=perhaps", "The address of a database has no setting 'sslmode' here, or it has no such value. It takes sslmode: disable, allow, prefer, require, verify-ca, verify-full.\n")]
    public async Task Rejects_Address(string url, string error)
    {
        Workspace.Write("db/1.sql", Users);
        var run = await InAsync(Workspace, "migrations", "check", Workspace.PathOf("db"), "--database", url);

        Assert.That((run.Code, run.Error), Is.EqualTo((ExitCode.Configuration, error)));
    }

    [Test]
    public async Task Unreachable_IsTheEnginesFailure_WithoutThePassword()
    {
        Workspace.Write("db/1.sql", Users);
        var run = await InAsync(Workspace, "migrations", "check", Workspace.PathOf("db"), "--database", "postgresql://x:secret@127.0.0.1:1/a");

        Assert.That(run.Code, Is.EqualTo(ExitCode.EngineFailed));
        Assert.That(run.Error, Does.StartWith("PostgreSQL (127.0.0.1:1) cannot be used: ").And.Not.Contain("secret"));
    }

    [Test]
    public async Task FileBefore_ThatFails_IsTheEnginesFailure()
    {
        Workspace.Write("db/1.sql", "SELECT 1;\nSELECT nothing;").Write("db/2.sql", "SELECT 1;");
        var run = await CheckAsync("--since", "1");

        Assert.That((run.Code, run.Error), Is.EqualTo((
            ExitCode.EngineFailed, "1.sql:2 comes before what is checked, and PostgreSQL refused it: column \"nothing\" does not exist.\n")));
    }

    private Task<CommandLineRun> CheckAsync(params string[] options) =>
        InAsync(
            Workspace,
            ["migrations", "check", Workspace.PathOf("db"), "--database", Url, .. options.Contains("--rows") ? options : ["--rows", "50", .. options]]);
}
