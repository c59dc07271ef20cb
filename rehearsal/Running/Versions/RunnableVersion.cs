using System.Collections.Immutable;

namespace ReleaseInfra.Rehearsal.Running.Versions;

/// <summary>What runs at one place of Azure: a revision, a site or a site's slot.</summary>
/// <param name="App">Azure's name of the container app or the site; a slot has its site's.</param>
/// <param name="Version">A revision's full name; of a site or slot, the <c>service.version</c> that its telemetry states, else its host.</param>
/// <param name="Image">As stated; empty where the container is none of an image.</param>
/// <param name="Port">What its container listens at on Azure; null without ingress.</param>
/// <param name="HealthPath">Null where only the port is probed, or nothing.</param>
/// <param name="Variables">By name; none that is secret.</param>
/// <param name="SecretVariables">Their names: their values are nowhere here.</param>
public sealed record RunnableVersion(
    string App,
    string Version,
    string Image,
    int? Port,
    string? HealthPath,
    ImmutableSortedDictionary<string, string> Variables,
    ImmutableSortedSet<string> SecretVariables)
{
    /// <summary>By all that a process of it is started with: an unequal one needs another process.</summary>
    public bool Equals(RunnableVersion? other) =>
        other is not null
        && (App, Version, Image, Port, HealthPath) == (other.App, other.Version, other.Image, other.Port, other.HealthPath)
        && Variables.SequenceEqual(other.Variables)
        && SecretVariables.SetEquals(other.SecretVariables);

    public override int GetHashCode() => HashCode.Combine(App, Version, Image);
}
