using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace ReleaseInfra.Rehearsal.Telemetry;

/// <summary>What the ingress saw, as it may be read: all of it, or what is told of it. Whole minutes count, the newest as far as it has come.</summary>
public sealed class SeenTraffic
{
    private readonly ConcurrentDictionary<SeenKey, SeenMinute> _minutes;
    private readonly Func<DateTimeOffset?> _endsBefore;

    internal SeenTraffic(ConcurrentDictionary<SeenKey, SeenMinute> minutes, Func<DateTimeOffset?> endsBefore) =>
        (_minutes, _endsBefore) = (minutes, endsBefore);

    /// <summary>Of each version that was asked anything in minutes that begin in the time, in the order of their names.</summary>
    /// <param name="app">Azure's name of the container app or site.</param>
    /// <param name="withHealth">With requests to the health path.</param>
    public ImmutableArray<VersionTraffic> Read(string app, DateTimeOffset from, DateTimeOffset until, bool withHealth) =>
    [
        .. Of(app, withHealth)
            .Where(minute => minute.Key.Minute >= from && minute.Key.Minute < until)
            .GroupBy(minute => minute.Key.Version, StringComparer.OrdinalIgnoreCase)
            .OrderBy(version => version.Key, StringComparer.Ordinal)
            .Select(version => new VersionTraffic(version.Key, Sum(version))),
    ];

    /// <summary>The whole of it, by minute and then by version.</summary>
    public ImmutableArray<MinuteTraffic> ByMinute(string app, bool withHealth) =>
    [
        .. Of(app, withHealth)
            .GroupBy(minute => (minute.Key.Minute, minute.Key.Version))
            .OrderBy(minute => minute.Key.Minute)
            .ThenBy(minute => minute.Key.Version, StringComparer.Ordinal)
            .Select(minute => new MinuteTraffic(minute.Key.Minute, minute.Key.Version, Sum(minute))),
    ];

    /// <summary>When the app's newest request came; null before the first.</summary>
    public DateTimeOffset? NewestOf(string app, bool withHealth) =>
        Of(app, withHealth).ToArray() is { Length: > 0 } minutes ? Sum(minutes).Newest : null;

    internal IEnumerable<KeyValuePair<SeenKey, SeenMinute>> Of(string app, bool withHealth)
    {
        var endsBefore = _endsBefore() ?? DateTimeOffset.MaxValue;
        return _minutes.Where(minute =>
            minute.Key.App.Equals(app, StringComparison.OrdinalIgnoreCase)
            && (withHealth || !minute.Key.IsHealth)
            && minute.Key.Minute < endsBefore);
    }

    private static TrafficSum Sum(IEnumerable<KeyValuePair<SeenKey, SeenMinute>> minutes)
    {
        var sum = new TrafficSum();
        foreach (var (_, minute) in minutes)
            minute.AddTo(sum);
        return sum;
    }
}
