namespace ReleaseInfra.Rehearsal.Telemetry;

/// <summary>What a version was asked over some time.</summary>
public sealed class TrafficSum
{
    private const int FirstFailure = 500;

    internal TrafficSum()
    {
    }

    public long Requests { get; private set; }

    /// <summary>Answered with 500 or more.</summary>
    public long Failures { get; private set; }

    /// <summary>When the newest of them came.</summary>
    public DateTimeOffset Newest { get; private set; }

    public LatencyHistogram Latencies { get; } = new();

    internal void Add(Dictionary<int, SeenStatus> byStatus, LatencyHistogram latencies, DateTimeOffset newest)
    {
        foreach (var (status, seen) in byStatus)
        {
            Requests += seen.Count;
            Failures += status >= FirstFailure ? seen.Count : 0;
        }

        Latencies.Add(latencies);
        Newest = newest > Newest ? newest : Newest;
    }
}

/// <param name="Version">Empty for requests that found no version to go to.</param>
public sealed record VersionTraffic(string Version, TrafficSum Sum);

/// <param name="Minute">Its beginning.</param>
public sealed record MinuteTraffic(DateTimeOffset Minute, string Version, TrafficSum Sum);
