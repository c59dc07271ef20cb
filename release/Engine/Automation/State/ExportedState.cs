using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine.Values;

namespace ReleaseInfra.Cli.Engine.Automation.State;

/// <summary>A stack's state as the backend has it.</summary>
/// <param name="Resources">In ordinal order of the URNs; without the engine's own.</param>
/// <param name="Outputs">The stack's, by name.</param>
/// <param name="Pending">What an earlier update had begun with and never reported the end of.</param>
internal sealed record ExportedState(
    ImmutableArray<StackResource> Resources,
    MapValue Outputs,
    ImmutableArray<PendingOperation> Pending);
