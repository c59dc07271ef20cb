using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Cli.Engine;

/// <summary>What was applied to a stack so far.</summary>
/// <param name="Location">Azure's, for resources that state none.</param>
/// <param name="Release">By service what was last applied to it.</param>
/// <param name="Resources">In the order of their URNs.</param>
/// <param name="Outputs">The stack's, by name.</param>
internal sealed record AppliedStack(
    string Location,
    ReleaseSettings Release,
    ImmutableArray<StackResource> Resources,
    MapValue Outputs)
{
    /// <summary>False while an update is under way, and for good where it was cut short: the next one completes it.</summary>
    public bool IsFinished { get; init; } = true;

    /// <summary>What somebody who goes on from here has to know of how it was left; sentences.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}
