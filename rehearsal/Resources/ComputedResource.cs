namespace ReleaseInfra.Rehearsal.Resources;

/// <param name="Id">As Azure forms it; the provider's own for what is not in Azure.</param>
/// <param name="Name">The physical name.</param>
/// <param name="Outputs">By wire name: what Azure adds to the inputs, and the plain inputs that it gives back.</param>
public sealed record ComputedResource(string Id, string Name, IReadOnlyDictionary<string, object> Outputs);
