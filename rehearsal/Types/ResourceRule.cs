using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Types;

/// <summary>What the embedded Azure knows of one type.</summary>
internal sealed record ResourceRule(Func<AzureScope, DeclaredResource, ComputedResource> Compute)
{
    public string? NameInput { get; init; }

    public IReadOnlyList<string> Immutable { get; init; } = [];

    public IReadOnlyList<string> Secret { get; init; } = [];
}
