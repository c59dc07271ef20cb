using ReleaseInfra.Cli.Migrations;
using ReleaseInfra.Cli.Migrations.Checking;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Migrations;

/// <summary>Rows by types and constraints alone, as schemas have them.</summary>
public sealed class TableFillerTests
{
    private const int Rows = 300;

    [TestCase("CREATE TYPE \"Role\" AS ENUM ('USER', 'ADMIN'); CREATE TABLE t (r \"Role\" NOT NULL, rs \"Role\"[] NOT NULL)")]
    [TestCase("CREATE DOMAIN email AS text CHECK (VALUE ~ '^[^@]+@[^@]+$'); CREATE TABLE t (e email NOT NULL UNIQUE)")]
    [TestCase("CREATE TABLE t (code char(5) PRIMARY KEY, short varchar(4) NOT NULL, one char NOT NULL)")]
    [TestCase("CREATE TABLE t (status text NOT NULL CHECK (status IN ('open', 'it''s closed')), share numeric(5,2) NOT NULL CHECK (share BETWEEN 0 AND 100))")]
    [TestCase("CREATE TABLE t (few integer NOT NULL CHECK (few > 5 AND few < 50), below bigint CHECK (below <= -3), high numeric NOT NULL CHECK (high >= 1000.5))")]
    [TestCase("CREATE TABLE t (id serial PRIMARY KEY, parent integer REFERENCES t, at timestamp(3) NOT NULL DEFAULT now(), j jsonb NOT NULL, b bytea NOT NULL)")]
    [TestCase("CREATE TABLE t (ip inet NOT NULL, net cidr NOT NULL, mac macaddr NOT NULL, s interval NOT NULL, w time NOT NULL, f real NOT NULL, m money NOT NULL, x bit(4) NOT NULL)")]
    [TestCase("CREATE TABLE t (during tstzrange NOT NULL, EXCLUDE USING gist (during WITH &&))")]
    [TestCase("CREATE TABLE t (at date NOT NULL, n smallint NOT NULL) PARTITION BY RANGE (at); CREATE TABLE t_1 PARTITION OF t DEFAULT")]
    [TestCase("CREATE TABLE a (x integer, y text, PRIMARY KEY (x, y)); CREATE TABLE t (x integer NOT NULL UNIQUE, y text NOT NULL, FOREIGN KEY (x, y) REFERENCES a)")]
    [TestCase("CREATE TABLE a (id uuid PRIMARY KEY); CREATE TABLE b (id bigint PRIMARY KEY); CREATE TABLE t (a uuid REFERENCES a, b bigint REFERENCES b, PRIMARY KEY (a, b))")]
    [TestCase("CREATE SCHEMA app; CREATE TABLE app.users (id text PRIMARY KEY); CREATE TABLE t (\"userId\" text NOT NULL REFERENCES app.users (id))")]
    [TestCase("CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL, upper text GENERATED ALWAYS AS (upper(name)) STORED)")]
    public async Task Table_GetsItsRows(string sql)
    {
        var check = await CheckAsync(sql);

        Assert.That(check.Unfilled, Is.Empty);
        Assert.That(check.Files[0].Course.Effects[0].Tables.Single(table => table.Name == "t").Rows, Is.EqualTo(Rows));
    }

    [Test]
    public async Task Table_WithFewPossibleRows_GetsThose()
    {
        var check = await CheckAsync("CREATE TABLE t (b boolean PRIMARY KEY)");

        Assert.That(check.Unfilled, Is.Empty);
        Assert.That(check.Files[0].Course.Effects[0].Tables.Single().Rows, Is.EqualTo(2));
    }

    [TestCase("CREATE TABLE t (outline polygon NOT NULL)", "nothing is known of the type polygon of outline")]
    [TestCase("CREATE TABLE t (code text NOT NULL CHECK (code ~ '^[A-Z]{3}-[0-9]{9}$'))", "new row for relation \"t\" violates check constraint \"t_code_check\"")]
    public async Task Table_ThatCannotBeFilled_IsNamed_AndItsLocksAreNoticed(string sql, string reason)
    {
        var check = await CheckAsync(sql);

        Assert.That(check.Unfilled.Select(fill => (fill.Table, fill.Rows, fill.Reason)), Is.EqualTo(new[] { ("t", 0L, reason) }));
        Assert.That(check.Findings.Select(finding => $"{finding.Kind.Code} {finding.Subject.Name}"), Is.EqualTo(new[] { "table-not-filled t" }));
    }

    private static async Task<MigrationCheck> CheckAsync(string sql)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "1.sql"), sql);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "2.sql"), "ALTER TABLE t ADD COLUMN added text;");
        await using var database = await TestCluster.Server.CreateDatabaseAsync(null, CancellationToken.None);
        return await new MigrationChecker(database, TimeProvider.System).CheckAsync(
            new MigrationQuestion(MigrationFolder.Read(folder.Path), First: 1, Rows, []), new Progress<string>(), CancellationToken.None);
    }
}
