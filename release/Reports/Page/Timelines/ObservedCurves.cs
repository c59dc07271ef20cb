using System.Collections.Immutable;

namespace ReleaseInfra.Cli.Reports.Page.Timelines;

/// <summary>What the visitors of one service met, version by version.</summary>
internal sealed class ObservedCurves(IEnumerable<ObservedVersion> versions)
{
    // The new one last, so that it is drawn over the old one.
    private readonly ImmutableArray<ObservedVersion> _versions = [.. versions.OrderBy(version => version.IsNew)];

    public ImmutableArray<Curve> Requests => Curves(interval =>
        interval.Until > interval.From ? interval.Requests.Requests / (interval.Until - interval.From).TotalMinutes : null);

    public ImmutableArray<Curve> Failures => Curves(interval =>
        interval.Requests.Requests > 0 ? interval.Requests.Rate * 100 : null);

    public ImmutableArray<Curve> Latencies => Curves(interval => interval.P95?.TotalMilliseconds);

    private ImmutableArray<Curve> Curves(Func<ObservedInterval, double?> value) =>
    [
        .. from version in _versions
           let points = Points(version, value)
           where !points.IsEmpty
           select new Curve(version.Version, version.IsNew, points),
    ];

    private static ImmutableArray<Sample> Points(ObservedVersion version, Func<ObservedInterval, double?> value) =>
    [
        .. from interval in version.Intervals
           let measured = value(interval)
           where measured is not null
           select new Sample(interval.Until, measured.Value),
    ];
}
