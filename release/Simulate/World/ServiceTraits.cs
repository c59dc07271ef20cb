using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Simulate.World;

/// <summary>What does not change of a service while it is released.</summary>
/// <param name="Name">Azure's.</param>
/// <param name="RequestsPerSecond">0 for what nobody asks.</param>
/// <param name="Errors">0..1, of a sound version.</param>
/// <param name="Moves">The slot and tag that the release brings; null where it leaves the service alone.</param>
internal sealed record ServiceTraits(ServiceSettings Settings, AzureName Name, double RequestsPerSecond, double Errors, ReleasedTo? Moves)
{
    /// <summary>Requests that a replica takes at once.</summary>
    public int Concurrent => Settings is ContainerAppSettings { Ingress: { } ingress } ? ingress.ConcurrentRequests : 1;

    public ReplicaSettings Replicas => Settings is ContainerAppSettings app ? app.Replicas : new ReplicaSettings(1, 1);

    public bool IsSite => Settings is AppServiceSettings;

    public string? HealthPath => Settings switch
    {
        ContainerAppSettings app => app.Ingress?.HealthPath,
        AppServiceSettings site => site.HealthPath,
        _ => null,
    };

    /// <summary>As metrics and logs have it.</summary>
    /// <param name="slot">Null for a service with one version at a time.</param>
    public string VersionOf(Slot? slot, ImageTag tag, int revision) =>
        slot is { } one ? RevisionNames.Full(Name, one, tag, revision) : $"{Name}--{tag.InNames}";

    public string HostOf(Slot? slot, string version) => (IsSite, slot) switch
    {
        (true, Slot.Green) => $"{Name}-green.azurewebsites.net",
        (true, _) => $"{Name}.azurewebsites.net",
        _ => $"{version}.simulated.azurecontainerapps.io",
    };
}

/// <param name="Slot">Null for a service with one version at a time.</param>
internal sealed record ReleasedTo(Slot? Slot, ImageTag Tag);
