namespace ReleaseInfra.Rehearsal.Ingress;

/// <summary>One route's versions, laid end to end by their weights.</summary>
internal sealed class WeightedDestinations
{
    private readonly (int UpTo, Destination Destination)[] _laid;
    private readonly Destination _unserved;
    private readonly int _sum;

    public WeightedDestinations(Route route, Func<string, VersionTraffic> trafficOf)
    {
        _unserved = new Destination.Unserved(route.App);
        var laid = new List<(int, Destination)>();
        foreach (var (backend, weight) in route.Shares.Where(share => share.Weight > 0))
        {
            _sum += weight;
            laid.Add((_sum, new Destination.OfVersion(route.App, backend, $"http://{backend.Address}", trafficOf(backend.Version))));
        }

        _laid = [.. laid];
    }

    /// <param name="number">0 to below 1, evenly drawn.</param>
    public Destination At(double number)
    {
        var point = number * _sum;
        foreach (var (upTo, destination) in _laid)
        {
            if (point < upTo)
                return destination;
        }

        return _unserved;
    }
}
