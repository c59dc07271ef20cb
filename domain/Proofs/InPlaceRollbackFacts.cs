using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Proofs;

/// <summary>
/// What must be so for a version to be put back where only one runs at a time: a worker, or a site without slots. Nothing of it is
/// kept running, so it is started anew.
/// </summary>
/// <param name="Target">As in <c>worker v1.2.2</c>.</param>
/// <param name="Images">Of the former version.</param>
/// <param name="Secrets">That it reads when it starts.</param>
public sealed record InPlaceRollbackFacts(
    string Target, ImmutableArray<ImageFact> Images, ImmutableArray<SecretFact> Secrets, Fact<SchemaStanding> Schema);
