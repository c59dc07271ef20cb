using System.Collections.Immutable;

namespace ReleaseInfra.Cli.Engine.Local;

/// <param name="Ignored">Paths, by URN, that the program leaves to others.</param>
internal sealed record DeclaredStack(
    ImmutableArray<StackResource> Resources,
    IReadOnlyDictionary<string, ImmutableArray<string>> Ignored);
