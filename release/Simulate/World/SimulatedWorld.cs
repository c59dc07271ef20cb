using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Rehearse.Faults;
using ReleaseInfra.Cli.Runs.Workloads;
using ReleaseInfra.Cli.Simulate.Clock;
using ReleaseInfra.Cli.Simulate.Draws;
using ReleaseInfra.Cli.Traffic;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Cli.Simulate.World;

/// <summary>All that is outside of a release's process: services with their versions, visitors, and what goes wrong.</summary>
internal sealed class SimulatedWorld
{
    /// <summary>Of visitors before the release: the proof of the way back asks for the last 15 minutes.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(16);

    private readonly Dictionary<string, SimulatedService> _services;
    private readonly Dictionary<string, (SimulatedService Service, SimulatedVersion Version)> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly SeededDraws _starts;

    public SimulatedWorld(SimulatedScene scene, VirtualTime time, ulong seed)
    {
        (Scene, Time) = (scene, time);
        Timings = SeededDraws.For(seed, "timings");
        Lags = SeededDraws.For(seed, "lags");
        _starts = SeededDraws.For(seed, "starts");
        _services = scene.Services.ToDictionary(
            service => service.Name.Value, service => new SimulatedService(service), StringComparer.OrdinalIgnoreCase);
        Visitors = new SimulatedVisitors(time.GetUtcNow() - Before, [.. _services.Values], SeededDraws.For(seed, "visitors"));
        Troubles = new SimulatedTroubles(this, SeededDraws.For(seed, "troubles"));
        Apply(scene.Settings.Release, created: Visitors.TimeOf(0));
        Visitors.ComeUntil(time.GetUtcNow());
    }

    public SimulatedScene Scene { get; }

    public VirtualTime Time { get; }

    public SimulatedVisitors Visitors { get; }

    public SimulatedTroubles Troubles { get; }

    public SeededDraws Timings { get; }

    public SeededDraws Lags { get; }

    public IEnumerable<SimulatedService> Services => _services.Values;

    public DateTimeOffset Now => Time.GetUtcNow();

    /// <param name="name">Azure's.</param>
    public SimulatedService? Find(string name) => _services.GetValueOrDefault(name);

    public (SimulatedService Service, SimulatedVersion Version)? At(string host) =>
        _hosts.TryGetValue(host, out var found) ? found : null;

    /// <summary>Everything that is declared, as an update leaves it.</summary>
    public void Apply(ReleaseSettings release) => Apply(release, created: null);

    public void Lead(SimulatedService service, ImmutableArray<TrafficEntry> traffic)
    {
        Visitors.ComeUntil(Now);
        service.Lead(traffic);
        Troubles.See(service);
    }

    private void Apply(ReleaseSettings release, DateTimeOffset? created)
    {
        if (created is null)
            Visitors.ComeUntil(Now);
        foreach (var service in _services.Values)
        {
            switch (release.Services.GetValueOrDefault(service.Traits.Settings.Name))
            {
                case BlueGreenRelease slots:
                    foreach (var slot in Enum.GetValues<Slot>().Where(slot => created is not null || slot == slots.Newest))
                        Run(service, slot, slots[slot], created);
                    service.Lead(TrafficOf(service.Traits, slots));
                    break;
                case RollingRelease rolling:
                    Run(service, null, new SlotRelease(rolling.Tag, 1, 100), created);
                    break;
            }

            Troubles.See(service);
        }
    }

    private static ImmutableArray<TrafficEntry> TrafficOf(ServiceTraits traits, BlueGreenRelease slots) => traits.IsSite
        ? [.. from slot in Enum.GetValues<Slot>()
              where slots[slot].Tag is not null
              select new TrafficEntry(new NamedRevision(AppRevisions.NameOf(traits.Name, slots, slot)), slots[slot].Weight, slot.Name())]
        : StatedTraffic.Of(TrafficShare.Of(traits.Name, slots)).Entries;

    /// <param name="created">Null for now.</param>
    private void Run(SimulatedService service, Slot? slot, SlotRelease held, DateTimeOffset? created)
    {
        if (held.Tag is not { } tag)
            return;
        var name = service.Traits.VersionOf(slot, tag, held.Revision);
        if (service.Find(name) is not null)
            return;
        var isNew = service.Traits.Moves is { } moved && moved.Slot == slot && moved.Tag == tag && created is null;
        var starts = created ?? Now;
        var ready = created ?? starts + _starts.Around(SimulatedTimings.Start, SimulatedTimings.Spread);
        var version = new SimulatedVersion(
            name, Scene.ImageOf(service.Traits, tag), isNew, starts, isNew ? Troubles.ReadyAt(starts, ready) : ready)
        {
            Errors = service.Traits.Errors,
        };
        version.TakesAtP95(_starts.Around(Scene.SoundP95, 0.1), starts);
        service.Add(version);
        _hosts[service.Traits.HostOf(slot, name)] = (service, version);
    }
}
