using ReleaseInfra.Cli.Reports.Page.Markup;
using ReleaseInfra.Cli.Reports.Page.Timelines;

namespace ReleaseInfra.Cli.Reports.Page.Charts;

/// <summary>A chart as numbers, for who does not see it and for who wants them.</summary>
internal static class CurveTable
{
    public static Element Of(ServiceTimeline service, TimeScale time)
    {
        var columns = Columns(service).ToArray();
        var moments = columns.SelectMany(column => column.Values.Keys).Concat(service.Weights.Select(weight => weight.At)).Distinct().Order();
        return Parts.Table(
            $"{service.Released.Service} over time",
            ["Since the start", $"Weight of {service.New}, %", .. columns.Select(column => column.Name)],
            moments.Select(at => Parts.Row([time.Since(at), Weight(service, at), .. columns.Select(column => (Node)Cell(column, at))])));
    }

    private static string Weight(ServiceTimeline service, DateTimeOffset at) =>
        service.Weights.LastOrDefault(weight => weight.At <= at) is { At.Ticks: > 0 } weight ? Count.Of(weight.Value) : "";

    private static IEnumerable<(string Name, Dictionary<DateTimeOffset, double> Values)> Columns(ServiceTimeline service)
    {
        foreach (var (name, curves) in ((string, IEnumerable<Curve>)[])[
            ("requests a minute", service.Requests), ("failed, %", service.Failures), ("p95, ms", service.Latencies)])
        {
            foreach (var curve in curves)
                yield return ($"{curve.Version} {name}", Values(curve.Points));
        }
    }

    // Two looks can be at one moment's data; the later one knew more.
    private static Dictionary<DateTimeOffset, double> Values(IEnumerable<Sample> samples) =>
        samples.GroupBy(sample => sample.At).ToDictionary(same => same.Key, same => same.Last().Value);

    private static string Cell((string Name, Dictionary<DateTimeOffset, double> Values) column, DateTimeOffset at) =>
        column.Values.TryGetValue(at, out var value) ? Count.Of(value) : "";
}
