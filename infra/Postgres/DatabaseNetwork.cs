using Pulumi;

namespace ReleaseInfra.Infra.Postgres;

/// <summary>How the server is reached; Azure cannot move a server from one to the other.</summary>
public abstract record DatabaseNetwork
{
    private protected DatabaseNetwork()
    {
    }
}

/// <summary>A public endpoint that lets in whatever runs in Azure, TLS and password required.</summary>
public sealed record PublicDatabaseNetwork : DatabaseNetwork;

/// <param name="SubnetId">Delegated to PostgreSQL servers.</param>
/// <param name="ZoneId">Private DNS zone, linked to the subnet's network already.</param>
public sealed record PrivateDatabaseNetwork(Output<string> SubnetId, Output<string> ZoneId) : DatabaseNetwork;
