using System.Collections.Immutable;
using ReleaseInfra.Domain.Drift;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Cli.Drift;

/// <summary>Everything that a drift check says, before it has a form.</summary>
/// <param name="Place">Where it was looked, for people.</param>
internal sealed record DriftView(
    string Stack, string Engine, string Sdk, string Place, DriftReport Report, ImmutableArray<Problem> Problems);
