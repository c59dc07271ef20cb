using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Types;

/// <summary>What the embedded Azure knows of one type.</summary>
internal sealed record ResourceRule(Func<AzureScope, DeclaredResource, ComputedResource> Compute)
{
    /// <summary>As <see cref="ArmType.Template"/>; null for what is not addressed by types and names in turn.</summary>
    public string? Path { get; init; }

    public string? NameInput { get; init; }

    public IReadOnlyList<string> Immutable { get; init; } = [];

    public IReadOnlyList<string> Secret { get; init; } = [];
}
