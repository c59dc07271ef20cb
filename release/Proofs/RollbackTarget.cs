using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Domain.Proofs;

namespace ReleaseInfra.Cli.Proofs;

/// <summary>Where an app's traffic would return to, and what configuration says of it.</summary>
internal sealed record RollbackTarget(AzureId App, string Revision)
{
    /// <summary>Requests that a replica takes at once.</summary>
    public required int Concurrent { get; init; }

    /// <summary>Of replicas, as configured.</summary>
    public required int Minimum { get; init; }

    public required ImmutableArray<NeededSecret> Secrets { get; init; }

    public required Fact<SchemaStanding> Schema { get; init; }

    /// <summary>What is expected where nothing is measured; null where nothing is.</summary>
    public ExpectedLoad? Expected { get; init; }
}

/// <param name="Version">Null for the latest.</param>
internal sealed record NeededSecret(string Name, string? Version);

/// <param name="Each">The time that one request takes.</param>
internal sealed record ExpectedLoad(double RequestsPerSecond, TimeSpan Each);
