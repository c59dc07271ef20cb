using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Domain.Proofs;

namespace ReleaseInfra.Cli.Proofs;

/// <summary>Which version of a site its visitors would return to, and what configuration says of it.</summary>
internal sealed record SiteTarget(AzureId Site)
{
    /// <summary>Null for the site itself.</summary>
    public string? Slot { get; init; }

    /// <summary>From the root of the target's own host.</summary>
    public required string HealthPath { get; init; }

    /// <summary>How long an answer may take.</summary>
    public required TimeSpan AnswersWithin { get; init; }

    public required ImmutableArray<NeededSecret> Secrets { get; init; }

    public required Fact<SchemaStanding> Schema { get; init; }

    public string Name => Slot is null ? Site.Name : $"{Site.Name}/{Slot}";
}
