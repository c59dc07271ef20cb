using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine.Values;

namespace ReleaseInfra.Cli.Engine.Local;

/// <param name="Ignored">Paths, by URN, that the program leaves to others.</param>
/// <param name="Outputs">The stack's, by name.</param>
internal sealed record DeclaredStack(
    ImmutableArray<StackResource> Resources,
    IReadOnlyDictionary<string, ImmutableArray<string>> Ignored,
    MapValue Outputs);
