using System.Collections.Immutable;
using Pulumi;

namespace ReleaseInfra.Cli.Engine.Local.Inputs;

/// <param name="Value">Null where it is not known.</param>
/// <param name="Dependencies">The resources that the value comes from.</param>
internal readonly record struct Observed(
    object? Value,
    bool IsKnown,
    bool IsSecret,
    ImmutableHashSet<Resource> Dependencies);
