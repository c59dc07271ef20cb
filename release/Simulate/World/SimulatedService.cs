using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Cli.Simulate.World;

/// <summary>A service with its versions, and where its visitors are led.</summary>
internal sealed class SimulatedService(ServiceTraits traits)
{
    private readonly List<SimulatedVersion> _versions = [];

    public ServiceTraits Traits => traits;

    public IReadOnlyList<SimulatedVersion> Versions => _versions;

    /// <summary>As it is stated; of a site, its slots by name.</summary>
    public ImmutableArray<TrafficEntry> Traffic { get; private set; } = [];

    public SimulatedVersion? Latest => _versions is [.., var latest] ? latest : null;

    public SimulatedVersion? New => _versions.Find(version => version.IsNew);

    /// <summary>Percent of the new version; 0 without one.</summary>
    public int NewWeight => New is { } found ? WeightOf(found.Name) : 0;

    public SimulatedVersion? Find(string version) =>
        _versions.Find(one => one.Name.Equals(version, StringComparison.OrdinalIgnoreCase));

    public void Add(SimulatedVersion version) => _versions.Add(version);

    /// <param name="version">As metrics and logs have it.</param>
    public int WeightOf(string version)
    {
        var weight = 0;
        foreach (var entry in Traffic)
        {
            if (entry.Target is NamedRevision named && named.Name.Equals(version, StringComparison.OrdinalIgnoreCase))
                weight += entry.Weight;
        }

        return weight;
    }

    public void Lead(ImmutableArray<TrafficEntry> traffic) => Traffic = traffic;

    /// <summary>Ready ones, as the platform scales them by requests under way.</summary>
    public int ReplicasOf(SimulatedVersion version, DateTimeOffset now)
    {
        if (!version.IsUp(now))
            return 0;
        // Half of the slowest twentieth: what a request takes on average.
        var underWay = traits.RequestsPerSecond * WeightOf(version.Name) / 100 * version.P95(now) / 2000;
        var needed = (int)Math.Ceiling(underWay / traits.Concurrent);
        return Math.Clamp(needed, Math.Max(traits.Replicas.Minimum, 1), Math.Max(traits.Replicas.Maximum, 1));
    }
}
