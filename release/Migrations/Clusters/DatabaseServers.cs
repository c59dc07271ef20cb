namespace ReleaseInfra.Cli.Migrations.Clusters;

/// <summary>Where a real PostgreSQL comes from.</summary>
internal static class DatabaseServers
{
    /// <param name="url">Of a database on the server to use; null for a server of this program's own.</param>
    /// <param name="path">The variable PATH.</param>
    /// <exception cref="ReleaseFailure">The machine has no PostgreSQL and none was named, or it cannot be used.</exception>
    public static async Task<DatabaseServer> OpenAsync(string? url, string? path, CancellationToken cancellation)
    {
        if (url is null)
        {
            var programs = PostgresPrograms.Find(path) ?? throw ReleaseFailure.NoPostgres();
            return await TemporaryCluster.StartAsync(programs, Directory.CreateTempSubdirectory("release-postgres-").FullName, cancellation);
        }

        var given = new GivenServer(PostgresUrl.Parse(url));
        await given.GreetAsync(cancellation);
        return given;
    }
}
