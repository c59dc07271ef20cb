namespace ReleaseInfra.Rehearsal.Ingress;

/// <summary>A <see cref="RouteTable"/>, made ready to be looked up in.</summary>
internal sealed class HostTable
{
    private readonly Dictionary<string, WeightedDestinations>.AlternateLookup<ReadOnlySpan<char>> _hosts;
    private readonly HashSet<string> _versions;

    /// <exception cref="ArgumentException">A host has two routes, or a weight is none.</exception>
    public HostTable(RouteTable table, Func<string, VersionTraffic> trafficOf)
    {
        var hosts = new Dictionary<string, WeightedDestinations>(StringComparer.OrdinalIgnoreCase);
        foreach (var route in table.Routes)
        {
            if (route.Shares.FirstOrDefault(share => share.Weight is < 0 or > 100) is { } odd)
                throw new ArgumentException($"'{odd.Backend.Version}' has a weight of {odd.Weight}: weights are 0 to 100.", nameof(table));
            var destinations = new WeightedDestinations(route, trafficOf);
            if (route.Hosts.FirstOrDefault(host => !hosts.TryAdd(host, destinations)) is { } twice)
                throw new ArgumentException($"'{twice}' has more than one route.", nameof(table));
        }

        _hosts = hosts.GetAlternateLookup<ReadOnlySpan<char>>();
        _versions = [.. table.Routes.SelectMany(route => route.Shares).Where(share => share.Weight > 0).Select(share => share.Backend.Version)];
    }

    public bool Has(string version) => _versions.Contains(version);

    /// <param name="number">0 to below 1, evenly drawn.</param>
    public Destination Pick(ReadOnlySpan<char> host, double number) =>
        _hosts.TryGetValue(host, out var destinations) ? destinations.At(number) : Destination.Nowhere;
}
