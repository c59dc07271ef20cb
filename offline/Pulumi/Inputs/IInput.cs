namespace Pulumi;

/// <summary>An input whose type of value is known only at run time.</summary>
internal interface IInput
{
    /// <summary>What it holds as it goes to the engine: of a collection the one whose elements are still inputs.</summary>
    OutputState Serialized { get; }

    /// <summary>Of a union whose member alone is held, that member's type; else null.</summary>
    Type? Member { get; }

    /// <summary>What it holds as a value of its type.</summary>
    OutputState Typed { get; }
}
