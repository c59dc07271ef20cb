using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.Resources;

namespace ReleaseInfra.Cli.Azure.Postgres;

/// <summary>Backups of a PostgreSQL server. On demand there are seven at most, and none on the Burstable tier.</summary>
internal interface IBackups
{
    /// <summary>Makes one, and waits until it is made.</summary>
    Task<Backup> CreateAsync(AzureId server, string name, CancellationToken cancellation);

    /// <returns>Null where there is none.</returns>
    Task<Backup?> FindAsync(AzureId server, string name, CancellationToken cancellation);

    Task<ImmutableArray<Backup>> ListAsync(AzureId server, CancellationToken cancellation);
}

/// <param name="Type">Azure's word: <c>Full</c>, <c>Customer On-Demand</c>.</param>
/// <param name="Completed">Null while it is being made.</param>
internal sealed record Backup(string Name, string? Type, DateTimeOffset? Completed, string? Source);
