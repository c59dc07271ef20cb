using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine.Values;

namespace ReleaseInfra.Cli.Engine;

/// <param name="Resource">As it will be; for a deletion as it was.</param>
/// <param name="Changes">In the order of their paths; for a creation its inputs, one change for each.</param>
internal sealed record ResourceChange(StackResource Resource, Operation Operation, ImmutableArray<PropertyChange> Changes);

/// <param name="Path">As in <c>template.containers[0].image</c>.</param>
/// <param name="From">Null where there was nothing.</param>
/// <param name="To">Null where nothing will be.</param>
/// <param name="ForcesReplacement">Azure does not change this property of what exists.</param>
internal sealed record PropertyChange(string Path, InputValue? From, InputValue? To, bool ForcesReplacement);
