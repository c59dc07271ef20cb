using System.Collections.Immutable;

namespace Pulumi.Automation.Events;

public class StepEventStateMetadata
{
    internal StepEventStateMetadata(string type, string urn) => (Type, Urn) = (type, urn);

    public string Type { get; }

    public string Urn { get; }

    /// <summary>True for what a provider makes; not set for a component.</summary>
    public bool? Custom { get; internal init; }

    /// <summary>URN; empty for the stack itself.</summary>
    public string Parent { get; internal init; } = "";

    public bool? Protect { get; internal init; }

    /// <summary>A secret is an object with the engine's signature of one.</summary>
    public IImmutableDictionary<string, object> Inputs { get; internal init; } = ImmutableDictionary<string, object>.Empty;

    /// <inheritdoc cref="Inputs"/>
    public IImmutableDictionary<string, object> Outputs { get; internal init; } = ImmutableDictionary<string, object>.Empty;
}
