using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine.Values;

namespace ReleaseInfra.Cli.Engine;

/// <summary>A resource as the program declares it, or as it was last applied.</summary>
/// <param name="Parent">URN; null directly under the stack.</param>
/// <param name="IsComponent">A grouping in the program, with nothing in Azure.</param>
/// <param name="Dependencies">URNs, sorted, each once.</param>
internal sealed record StackResource(
    string Urn,
    string Type,
    string Name,
    string? Parent,
    bool IsComponent,
    bool Protect,
    MapValue Inputs,
    ImmutableArray<string> Dependencies);
