using System.Collections.Immutable;

namespace Pulumi;

internal interface IOutputData
{
    object? Value { get; }

    ImmutableHashSet<Resource> Resources { get; }

    bool IsKnown { get; }

    bool IsSecret { get; }
}
