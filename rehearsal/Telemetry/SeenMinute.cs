using ReleaseInfra.Rehearsal.Ingress;

namespace ReleaseInfra.Rehearsal.Telemetry;

/// <param name="IsHealth">Requests to the health path, which telemetry leaves out.</param>
internal sealed record SeenKey(string App, string Version, DateTimeOffset Minute, bool IsHealth);

/// <summary>What one version was asked in one minute. For any number of threads.</summary>
internal sealed class SeenMinute
{
    private readonly Lock _guard = new();
    private readonly Dictionary<int, SeenStatus> _byStatus = [];
    private readonly LatencyHistogram _latencies = new();
    private DateTimeOffset _newest;

    public void Add(SeenRequest request)
    {
        lock (_guard)
        {
            _byStatus[request.Status] = _byStatus.GetValueOrDefault(request.Status).With(request.Took);
            _latencies.Add(request.Took);
            _newest = request.At > _newest ? request.At : _newest;
        }
    }

    public void AddTo(TrafficSum sum)
    {
        lock (_guard)
            sum.Add(_byStatus, _latencies, _newest);
    }

    public IReadOnlyDictionary<int, SeenStatus> ByStatus()
    {
        lock (_guard)
            return new Dictionary<int, SeenStatus>(_byStatus);
    }
}

/// <summary>Requests that were answered alike.</summary>
internal readonly record struct SeenStatus(long Count, TimeSpan Took, TimeSpan Shortest, TimeSpan Longest)
{
    public SeenStatus With(TimeSpan took) => new(
        Count + 1,
        Took + took,
        Count == 0 || took < Shortest ? took : Shortest,
        took > Longest ? took : Longest);
}
