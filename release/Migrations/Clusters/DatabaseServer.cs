using Npgsql;

namespace ReleaseInfra.Cli.Migrations.Clusters;

/// <summary>A PostgreSQL server on which databases may be made and dropped.</summary>
/// <param name="connection">To a database that is never touched, as somebody who may make others.</param>
internal abstract class DatabaseServer(NpgsqlConnectionStringBuilder connection) : IAsyncDisposable
{
    static DatabaseServer()
    {
        // Npgsql would look for semicolons and parameters in what it sends; statements arrive cut, and as their authors wrote them.
        AppContext.SetSwitch("Npgsql.EnableSqlRewriting", false);
    }

    /// <summary>For people, without a password.</summary>
    public abstract string Place { get; }

    /// <summary>Major version, as in 15.</summary>
    public int Version { get; protected set; }

    public string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(connection.ConnectionString) { Database = database }.ConnectionString;

    /// <summary>As programs of other languages take it: <c>postgresql://user:password@host:port/database</c>.</summary>
    public string UrlOf(string database) => PostgresUrl.Of(connection, database);

    /// <exception cref="ReleaseFailure">The server cannot be reached, or is too old.</exception>
    public async Task GreetAsync(CancellationToken cancellation)
    {
        await using var session = await OpenAsync(connection.ConnectionString, cancellation);
        Version = session.PostgreSqlVersion.Major;
        if (Version < Oldest)
            throw ReleaseFailure.PostgresTooOld(Place, Version, Oldest);
    }

    /// <param name="template">A database of this server that is copied, and that nobody uses meanwhile; null for an empty one.</param>
    public async Task<ScratchDatabase> CreateDatabaseAsync(string? template, CancellationToken cancellation)
    {
        var name = $"release_check_{Guid.NewGuid():N}";
        await CreateDatabaseAsync(name, template, cancellation);
        return new ScratchDatabase(this, name);
    }

    public Task CreateDatabaseAsync(string name, string? template, CancellationToken cancellation) =>
        ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template ?? "template0"}", cancellation);

    /// <summary>How PostgreSQL's own programs are told of a database, but for what is secret.</summary>
    public IEnumerable<string> ProgramOptions(string database) =>
    [
        $"--host={connection.Host}", FormattableString.Invariant($"--port={connection.Port}"), $"--username={connection.Username}", $"--dbname={database}",
    ];

    /// <summary>What they are told besides, where no list of processes shows it.</summary>
    public IReadOnlyDictionary<string, string> ProgramVariables => new Dictionary<string, string>
    {
        ["PGPASSWORD"] = connection.Password ?? "",
        ["PGSSLMODE"] = connection.SslMode switch
        {
            SslMode.VerifyCA => "verify-ca",
            SslMode.VerifyFull => "verify-full",
            var mode => mode.ToString().ToLowerInvariant(),
        },
    };

    /// <summary>Whoever is connected to it is sent away.</summary>
    public Task DropDatabaseAsync(string name, CancellationToken cancellation) =>
        ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)", cancellation);

    public abstract ValueTask DisposeAsync();

    private const int Oldest = 13;

    private async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var session = await OpenAsync(connection.ConnectionString, cancellation);
        await using var command = new NpgsqlCommand(sql, session);
        try
        {
            await command.ExecuteNonQueryAsync(cancellation);
        }
        catch (NpgsqlException refused)
        {
            throw ReleaseFailure.PostgresRefused(Place, refused);
        }
    }

    /// <exception cref="ReleaseFailure">The server cannot be reached.</exception>
    internal async Task<NpgsqlConnection> OpenAsync(string to, CancellationToken cancellation)
    {
        var session = new NpgsqlConnection(to);
        try
        {
            await session.OpenAsync(cancellation);
            return session;
        }
        catch (NpgsqlException unreachable)
        {
            await session.DisposeAsync();
            throw ReleaseFailure.PostgresRefused(Place, unreachable);
        }
    }
}
