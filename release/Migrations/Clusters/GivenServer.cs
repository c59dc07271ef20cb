using Npgsql;

namespace ReleaseInfra.Cli.Migrations.Clusters;

/// <summary>A server that somebody named: databases are made beside those that it has, and dropped; nothing else is touched.</summary>
internal sealed class GivenServer(NpgsqlConnectionStringBuilder connection) : DatabaseServer(connection)
{
    private readonly string _place = $"{connection.Host}:{connection.Port}";

    public override string Place => _place;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
