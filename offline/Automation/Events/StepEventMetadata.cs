using System.Collections.Immutable;

namespace Pulumi.Automation.Events;

public class StepEventMetadata
{
    internal StepEventMetadata(OperationType op, string urn, string type) => (Op, Urn, Type) = (op, urn, type);

    public OperationType Op { get; }

    public string Urn { get; }

    public string Type { get; }

    /// <summary>Null for what is new.</summary>
    public StepEventStateMetadata? Old { get; internal init; }

    /// <summary>Null for what goes.</summary>
    public StepEventStateMetadata? New { get; internal init; }

    /// <summary>The properties that differ, without what is in them; null where the provider does not say.</summary>
    public ImmutableArray<string>? Diffs { get; internal init; }

    /// <summary>By path what differs; null where the provider does not say.</summary>
    public IImmutableDictionary<string, PropertyDiff>? DetailedDiff { get; internal init; }
}
