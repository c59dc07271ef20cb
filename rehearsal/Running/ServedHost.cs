namespace ReleaseInfra.Rehearsal.Running;

/// <summary>A host name that the ingress answers to.</summary>
/// <param name="App">Azure's name of the container app or the site.</param>
/// <param name="Version">The only one behind it, as with a revision, a label or a slot; null where the weights decide.</param>
public sealed record ServedHost(string App, string Host, string? Version);
