using System.Collections.Immutable;
using ReleaseInfra.Cli.Reports.Page.Markup;
using ReleaseInfra.Cli.Reports.Page.Timelines;

namespace ReleaseInfra.Cli.Reports.Page.Charts;

/// <summary>What lies behind every panel: the states as bands, round times as lines, and where it turned back.</summary>
internal sealed record Backdrop(TimeScale Time, ImmutableArray<StateSpan> States)
{
    /// <param name="height">In pixels.</param>
    public IEnumerable<Node> Of(double height)
    {
        foreach (var state in States)
        {
            var (from, until) = (Time.At(state.From), Time.At(state.Until));
            if (until <= from)
                continue;
            yield return new Element(
                "rect",
                ("class", $"band {Phase.Of(state.State).Kind}"),
                ("x", Path.X(from)),
                ("width", Path.X(until - from)),
                ("height", Count.Exact(height)));
        }

        foreach (var tick in Time.Ticks)
            yield return Line("tick", tick.At, height);
        foreach (var state in States.Where(state => Phase.Of(state.State).Kind == "back").Take(1))
            yield return Line("turn", Time.At(state.From), height);
    }

    private static Element Line(string name, double at, double height) =>
        new("path", ("class", name), ("d", $"M{Path.X(at)} 0V{Count.Exact(height)}"));
}
