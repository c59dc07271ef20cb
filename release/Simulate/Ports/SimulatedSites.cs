using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Azure.Sites;
using ReleaseInfra.Cli.Simulate.World;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Cli.Simulate.Ports;

/// <summary>Sites with their slots and ramp-up rules.</summary>
internal sealed class SimulatedSites(SimulatedWorld world, SimulatedCalls calls) : ISites
{
    public async Task<SiteState?> FindAsync(AzureId site, CancellationToken cancellation)
    {
        await calls.ReadAsync(site.Name, cancellation);
        return world.Find(site.Name) is { } service ? StateOf(service, Slot.Blue, site.Name) : null;
    }

    public async Task<ImmutableArray<SiteState>> SlotsAsync(AzureId site, CancellationToken cancellation)
    {
        await calls.ReadAsync(site.Name, cancellation);
        return world.Find(site.Name) is { } service && VersionIn(service, Slot.Green) is not null
            ? [StateOf(service, Slot.Green, Slot.Green.Name())]
            : [];
    }

    public async Task SetRampUpAsync(AzureId site, ImmutableArray<RampUpRule> rules, CancellationToken cancellation)
    {
        await calls.WriteAsync(site.Name, SimulatedTimings.TrafficWrite, cancellation);
        if (world.Find(site.Name) is not { } service)
            return;
        var green = (int)rules.Sum(rule => rule.Percent);
        world.Lead(service, [.. service.Traffic.Select(entry => entry with { Weight = entry.Label == Slot.Green.Name() ? green : 100 - green })]);
    }

    public Task SwapAsync(AzureId site, string slot, CancellationToken cancellation) =>
        throw new NotSupportedException("A release swaps no slots.");

    private SiteState StateOf(SimulatedService service, Slot slot, string name)
    {
        var version = VersionIn(service, slot);
        var host = service.Traits.HostOf(slot, "");
        return new SiteState(
            name,
            version?.IsUp(world.Now) == true && version.IsHealthy ? "Running" : "Starting",
            host,
            version is null ? null : $"DOCKER|{version.Image}",
            slot == Slot.Blue && Green(service) is > 0 and var percent
                ? [new RampUpRule(Slot.Green.Name(), service.Traits.HostOf(Slot.Green, ""), percent)]
                : []);
    }

    private static int Green(SimulatedService service) =>
        service.Traffic.Where(entry => entry.Label == Slot.Green.Name()).Sum(entry => entry.Weight);

    /// <summary>What was put there last.</summary>
    private static SimulatedVersion? VersionIn(SimulatedService service, Slot slot) =>
        service.Traffic.FirstOrDefault(entry => entry.Label == slot.Name())?.Target is NamedRevision named ? service.Find(named.Name) : null;
}
