using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Simulate.World;

namespace ReleaseInfra.Cli.Simulate.Ports;

/// <summary>Container apps, their revisions and their traffic, as Azure gives them.</summary>
internal sealed class SimulatedApps(SimulatedWorld world, SimulatedCalls calls) : IContainerApps, IRevisions, ITraffic
{
    public async Task<ContainerAppState?> FindAsync(AzureId app, CancellationToken cancellation)
    {
        await calls.ReadAsync(app.Name, cancellation);
        return world.Find(app.Name) is { Latest: { } latest } service
            ? new ContainerAppState(
                app.Name,
                service.Traits.HealthPath is null ? "Single" : "Multiple",
                "Succeeded",
                "Running",
                latest.Name,
                service.Versions.LastOrDefault(version => version.IsUp(world.Now))?.Name,
                null,
                Containers(latest),
                service.Traffic)
            : null;
    }

    public async Task<ImmutableArray<RevisionState>> ListAsync(AzureId app, CancellationToken cancellation)
    {
        await calls.ReadAsync(app.Name, cancellation);
        return world.Find(app.Name) is { } service ? [.. service.Versions.Select(version => StateOf(service, version))] : [];
    }

    public async Task<RevisionState?> FindAsync(AzureId app, string revision, CancellationToken cancellation)
    {
        await calls.ReadAsync(revision, cancellation);
        return world.Find(app.Name) is { } service && service.Find(revision) is { } version ? StateOf(service, version) : null;
    }

    public Task ActivateAsync(AzureId app, string revision, CancellationToken cancellation) => SwitchAsync(app, revision, true, cancellation);

    public Task DeactivateAsync(AzureId app, string revision, CancellationToken cancellation) => SwitchAsync(app, revision, false, cancellation);

    public Task RestartAsync(AzureId app, string revision, CancellationToken cancellation) =>
        calls.WriteAsync(revision, SimulatedTimings.Start, cancellation);

    public async Task<ImmutableArray<ReplicaState>> ReplicasAsync(AzureId app, string revision, CancellationToken cancellation)
    {
        await calls.ReadAsync(revision, cancellation);
        if (world.Find(app.Name) is not { } service || service.Find(revision) is not { } version)
            return [];
        var replicas = service.ReplicasOf(version, world.Now);
        return
        [
            .. Enumerable.Range(0, replicas).Select(number => new ReplicaState(
                $"{revision}-{number}",
                "Running",
                // One of them is restarted at a time.
                Ready: version.IsHealthy && (number > 0 || version.RestartedAt <= world.Now),
                Restarts: number > 0 ? 0 : version.Restarts)),
        ];
    }

    public async Task<ImmutableArray<TrafficEntry>> GetAsync(AzureId app, CancellationToken cancellation)
    {
        await calls.ReadAsync(app.Name, cancellation);
        return world.Find(app.Name)?.Traffic ?? [];
    }

    public async Task SetAsync(AzureId app, ImmutableArray<TrafficEntry> entries, CancellationToken cancellation)
    {
        await calls.WriteAsync(app.Name, SimulatedTimings.TrafficWrite, cancellation);
        if (world.Find(app.Name) is { } service)
            world.Lead(service, entries);
    }

    private async Task SwitchAsync(AzureId app, string revision, bool isActive, CancellationToken cancellation)
    {
        await calls.WriteAsync(revision, SimulatedTimings.TrafficWrite, cancellation);
        if (world.Find(app.Name)?.Find(revision) is not { } version)
            return;
        world.Visitors.ComeUntil(world.Now);
        version.IsActive = isActive;
    }

    private RevisionState StateOf(SimulatedService service, SimulatedVersion version)
    {
        var isUp = version.IsUp(world.Now) && version.IsHealthy;
        return new RevisionState(
            version.Name,
            version.IsActive,
            service.WeightOf(version.Name),
            isUp ? service.ReplicasOf(version, world.Now) : 0,
            version.Created,
            isUp ? "Healthy" : "Unhealthy",
            // Azure reports success for a revision that never starts.
            "Provisioned",
            isUp ? "Running" : "Degraded",
            service.Traits.HealthPath is null ? null : service.Traits.HostOf(null, version.Name),
            null,
            Containers(version));
    }

    private static ImmutableArray<ContainerState> Containers(SimulatedVersion version) =>
        [new ContainerState("main", version.Image, ImmutableSortedDictionary<string, string>.Empty)];
}
