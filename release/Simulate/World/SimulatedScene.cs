using System.Collections.Immutable;
using ReleaseInfra.Cli.Rehearse.Faults;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Simulate.World;

/// <summary>What many releases begin with alike: a configuration, a plan, and what goes wrong.</summary>
/// <param name="Settings">Before the release, as the simulation puts them.</param>
/// <param name="Began">What each release's journal begins with.</param>
/// <param name="Faults">All of them in each release; none for a sound one.</param>
internal sealed record SimulatedScene(EnvironmentSettings Settings, ReleaseBegan Began, ImmutableArray<RehearsalFault> Faults)
{
    /// <summary>A second for who asks for so little that nobody says how much.</summary>
    public const double UnknownTraffic = 10;

    /// <summary>A Monday morning.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Milliseconds of a version without a fault.</summary>
    public double SoundP95 { get; } = Settings.Rollout.WatchAt.P95Milliseconds * SimulatedTimings.SoundLatency;

    public AzureNames Names { get; } = Settings.Names();

    public ImmutableArray<ServiceTraits> Services { get; } =
    [
        .. from service in Settings.Services.Values
           let asked = service is not ContainerAppSettings { Ingress: null }
           let expected = Settings.Rollout.Expected.GetValueOrDefault(service.Name)
           let moved = Began.Services.FirstOrDefault(moved => moved.Service == service.Name)
           select new ServiceTraits(
               service,
               service is AppServiceSettings ? Settings.Names().Site(service.Name) : Settings.Names().ContainerApp(service.Name),
               asked ? (double?)expected?.RequestsPerSecond ?? UnknownTraffic : 0,
               (double)(expected?.ErrorRatePercent ?? 0) / 100,
               moved is null ? null : new ReleasedTo(moved.Slot, moved.To)),
    ];

    /// <summary>What a sound version answers at a path.</summary>
    public static int StatusOf(ServiceSettings service, string path) =>
        service.SmokeTests.FirstOrDefault(test => test.Path.Split('?')[0] == path)?.Status ?? 200;

    public string ImageOf(ServiceTraits service, ImageTag tag) => Names.ImageOf(service.Settings.Image, tag);
}
