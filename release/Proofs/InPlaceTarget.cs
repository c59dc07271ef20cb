using System.Collections.Immutable;
using ReleaseInfra.Domain.Proofs;

namespace ReleaseInfra.Cli.Proofs;

/// <summary>A former version of what runs one at a time.</summary>
/// <param name="Name">For people, as in <c>worker v1.2.2</c>.</param>
/// <param name="Image">As hosts pull it.</param>
internal sealed record InPlaceTarget(string Name, string Image)
{
    public required ImmutableArray<NeededSecret> Secrets { get; init; }

    public required Fact<SchemaStanding> Schema { get; init; }
}
