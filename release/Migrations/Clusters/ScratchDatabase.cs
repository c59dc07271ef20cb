using Npgsql;

namespace ReleaseInfra.Cli.Migrations.Clusters;

/// <summary>A database that was made to be spoiled, and is dropped afterwards.</summary>
internal sealed class ScratchDatabase(DatabaseServer server, string name) : IAsyncDisposable
{
    public static readonly TimeSpan LongestDrop = TimeSpan.FromSeconds(30);

    public DatabaseServer Server => server;

    public string Name => name;

    /// <summary>With its password: for a program's variables, never for a screen.</summary>
    public string Url => server.UrlOf(name);

    /// <exception cref="ReleaseFailure">The server cannot be reached.</exception>
    public Task<NpgsqlConnection> OpenAsync(CancellationToken cancellation) => server.OpenAsync(server.ConnectionTo(name), cancellation);

    public async ValueTask DisposeAsync()
    {
        // However the work ended, what was made for it goes: by a token of its own.
        using var limit = new CancellationTokenSource(LongestDrop);
        await server.DropDatabaseAsync(name, limit.Token);
    }
}
