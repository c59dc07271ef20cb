using System.Collections.Immutable;
using ReleaseInfra.Cli.Reports.Page.Timelines;

namespace ReleaseInfra.Cli.Reports.Page.Charts;

/// <summary>One number of a service over the time of a release.</summary>
/// <param name="Name">With its unit, as in <c>failed, %</c>.</param>
/// <param name="Curves">The old version first.</param>
/// <param name="Limits">Each holds until the next; empty for what has no limit.</param>
internal sealed record Panel(string Name, ImmutableArray<Curve> Curves, ImmutableArray<Sample> Limits)
{
    private const double Height = 72;
    private const double FarAbove = 4;

    /// <summary>With the limits, unless they are so far above that nothing could be seen of what was measured.</summary>
    public ValueScale Scale => ValueScale.Of(LimitsAreShown ? [.. Measured, .. Limits.Select(limit => limit.Value)] : Measured, Height);

    public bool LimitsAreShown => Limits.Length > 0 && Limits.Max(limit => limit.Value) <= FarAbove * Measured.Append(0).Max();

    private IEnumerable<double> Measured => Curves.SelectMany(curve => curve.Points).Select(point => point.Value);

    /// <summary>What is drawn, in words.</summary>
    public string Words => Curves.IsEmpty
        ? $"{Name}: nothing was measured."
        : $"{Name}: {string.Join("; ", Curves.Select(Range))}{Limit}.";

    private string Limit => Limits switch
    {
        [] => "",
        [.., var last] when Limits.All(limit => limit.Value.Equals(last.Value)) => $"; limit {Count.Of(last.Value)}",
        [var first, .., var last] => $"; limit {Count.Of(first.Value)}, {Count.Of(last.Value)} at the end",
        [var only] => $"; limit {Count.Of(only.Value)}",
    };

    private static string Range(Curve curve) =>
        $"{curve.Version} from {Count.Of(curve.Points.Min(point => point.Value))} to {Count.Of(curve.Points.Max(point => point.Value))}, "
        + $"{Count.Of(curve.Points[^1].Value)} at last";
}
