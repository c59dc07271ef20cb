namespace ReleaseInfra.Cli.Migrations.Clusters;

/// <summary>An empty database to try migrations on, with the server that it is on; both go with it.</summary>
internal sealed class MigrationDatabase : IAsyncDisposable
{
    private MigrationDatabase(DatabaseServer server, ScratchDatabase database) => (Server, Database) = (server, database);

    public DatabaseServer Server { get; }

    public ScratchDatabase Database { get; }

    /// <param name="url">Of a database on the server to use; null for a server of this program's own.</param>
    /// <param name="path">The variable PATH.</param>
    /// <exception cref="ReleaseFailure">The machine has no PostgreSQL and none was named, or it cannot be used.</exception>
    public static async Task<MigrationDatabase> OpenAsync(string? url, string? path, CancellationToken cancellation)
    {
        var server = await DatabaseServers.OpenAsync(url, path, cancellation);
        try
        {
            return new MigrationDatabase(server, await server.CreateDatabaseAsync(null, cancellation));
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // A server that is gone already, with all its databases, is still to be cleaned up after.
        await using (Server)
            await Database.DisposeAsync();
    }
}
