namespace ReleaseInfra.Rehearsal.Arm.Wire;

/// <summary>How one type's wire form differs from the usual one. Paths are those of the provider's inputs.</summary>
internal sealed record WireForm
{
    /// <summary>Keys that others have beside <c>properties</c>, and this type within.</summary>
    public string[] Inside { get; init; } = [];

    /// <summary>Lists whose elements have a name of their own beside <c>properties</c>.</summary>
    public string[] Lists { get; init; } = [];

    /// <summary>What Azure gives and does not take: what a client sends back of it is left out.</summary>
    public string[] ReadOnly { get; init; } = [];

    /// <summary>What Azure takes and gives back elsewhere, or never.</summary>
    public string[] Hidden { get; init; } = [];

    /// <summary>What Azure says where nothing was stated, if what it is part of was.</summary>
    public (string Path, object Value)[] Defaults { get; init; } = [];

    /// <summary>Whether the name has the parents' in front, as in <c>site/slot</c>.</summary>
    public bool HasPathAsName { get; init; }

    /// <summary>Azure's key for the provider's.</summary>
    public (string Input, string Wire)[] Renamed { get; init; } = [];
}
