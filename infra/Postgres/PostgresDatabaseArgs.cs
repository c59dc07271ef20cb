using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Infra.Postgres;

/// <param name="Protect">Pulumi refuses to delete or replace the server and the database.</param>
public sealed record PostgresDatabaseArgs(
    Placement Placement,
    DatabaseSettings Settings,
    DatabaseNetwork Network,
    bool Protect);
