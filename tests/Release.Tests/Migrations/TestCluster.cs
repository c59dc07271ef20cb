using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Migrations.Clusters;

namespace ReleaseInfra.Release.Tests.Migrations;

/// <summary>One PostgreSQL for all tests of this folder, which are skipped where the machine has none.</summary>
[SetUpFixture]
public sealed class TestCluster
{
    private static DatabaseServer? Started;

    /// <summary>Whatever its reason says is shown for every test that would have used it.</summary>
    internal static DatabaseServer Server
    {
        get
        {
            if (Started is null)
                Assert.Ignore(ReleaseFailure.NoPostgres().Message);
            return Started;
        }
    }

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        var path = Environment.GetEnvironmentVariable("PATH");
        if (PostgresPrograms.Find(path) is not null)
            Started = await DatabaseServers.OpenAsync(null, path, CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (Started is not null)
            await Started.DisposeAsync();
        Started = null;
    }
}
