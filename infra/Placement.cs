using System.Collections.Immutable;
using Pulumi;
using ReleaseInfra.Domain.Names;

namespace ReleaseInfra.Infra;

/// <summary>Where an environment's resources stand, and what they are called and tagged.</summary>
/// <param name="ResourceGroup">As Azure gave it back, so that whatever names it waits for it.</param>
public sealed record Placement(
    AzureNames Names,
    Output<string> ResourceGroup,
    string Location,
    ImmutableDictionary<string, string> Tags);
