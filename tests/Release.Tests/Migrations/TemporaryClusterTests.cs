using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Migrations.Clusters;

namespace ReleaseInfra.Release.Tests.Migrations;

public sealed class TemporaryClusterTests
{
    [Test]
    public async Task Cluster_IsGoneAfterwards()
    {
        var programs = Programs();
        var folder = Folder();
        var cluster = await TemporaryCluster.StartAsync(programs, folder, CancellationToken.None);
        Assert.That(File.Exists(Path.Combine(folder, "data", "postmaster.pid")), Is.True);
        Assert.That(File.Exists(Path.Combine(folder, "password")), Is.False);
        await cluster.DisposeAsync();

        Assert.That(Directory.Exists(folder), Is.False);
        Assert.That(async () => await cluster.GreetAsync(CancellationToken.None), Throws.TypeOf<ReleaseFailure>());
    }

    [Test]
    public async Task Cluster_ThatIsInterrupted_LeavesNothing()
    {
        var programs = Programs();
        var folder = Folder();
        using var interrupt = new CancellationTokenSource();
        var starting = TemporaryCluster.StartAsync(programs, folder, interrupt.Token);
        while (!Directory.Exists(Path.Combine(folder, "data")))
            await Task.Delay(TimeSpan.FromMilliseconds(1));
        await interrupt.CancelAsync();

        Assert.That(async () => await starting, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Directory.Exists(folder), Is.False);
    }

    [Test]
    public void Programs_AreNotFound_WhereThereAreNone() =>
        Assert.That(new PostgresPrograms("/nowhere").PgDump, Is.Null);

    [TestCase("postgres://ann:p%40ss@db.example:6543/shop?sslmode=require", "postgresql://ann:p%40ss@db.example:6543/other")]
    [TestCase("postgresql://ann@localhost", "postgresql://ann:@localhost:5432/other")]
    public void Url_IsReadAndWritten(string url, string expected) =>
        Assert.That(PostgresUrl.Of(PostgresUrl.Parse(url), "other"), Is.EqualTo(expected));

    private static PostgresPrograms Programs()
    {
        var programs = PostgresPrograms.Find(Environment.GetEnvironmentVariable("PATH"));
        if (programs is null)
            Assert.Ignore(ReleaseFailure.NoPostgres().Message);
        return programs;
    }

    // Not in the folder of the test's user, which the account that runs the server might not get into.
    private static string Folder() => Directory.CreateTempSubdirectory("release-postgres-test-").FullName;
}
