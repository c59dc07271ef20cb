using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Engine;

/// <summary>What an engine would do, before it does any of it. A preview shows what an <c>up</c> then does.</summary>
/// <param name="Location">Azure's, for resources that state none.</param>
/// <param name="From">What it starts from; null where nothing was ever applied.</param>
/// <param name="Release">What runs afterwards; no service after a destruction.</param>
/// <param name="Changes">In the order of their URNs.</param>
/// <param name="Outputs">The stack's, by name.</param>
internal sealed record StackPlan(
    StackName Stack,
    string Location,
    AppliedStack? From,
    ReleaseSettings Release,
    ImmutableArray<ResourceChange> Changes,
    MapValue Outputs)
{
    /// <summary>What the plan itself cannot promise; sentences.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>What an <c>up</c> has to do: the changes of what is something in Azure or was drawn for it.</summary>
    public IEnumerable<ResourceChange> Pending =>
        Changes.Where(change => change.Operation != Operation.Same && !change.Resource.IsComponent);
}
