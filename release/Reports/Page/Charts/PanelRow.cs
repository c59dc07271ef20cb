using System.Collections.Immutable;
using ReleaseInfra.Cli.Reports.Page.Markup;
using ReleaseInfra.Cli.Reports.Page.Timelines;

namespace ReleaseInfra.Cli.Reports.Page.Charts;

/// <summary>A panel as one row of a chart: its name and scale, then its drawing.</summary>
internal static class PanelRow
{
    /// <param name="panel">With a curve at least.</param>
    public static Element Of(Panel panel, Backdrop backdrop)
    {
        var scale = panel.Scale;
        return Row(panel.Name, panel.Words, Count.Of(scale.Top), scale.Height, [
            .. backdrop.Of(scale.Height),
            .. panel.LimitsAreShown ? [Drawn("limit", Path.Stepped(panel.Limits, backdrop.Time, scale))] : Array.Empty<Node>(),
            .. panel.Curves.Select(curve => Drawn(curve.IsNew ? "line new" : "line old", Path.Line(curve.Points, backdrop.Time, scale))),
        ], Limit(panel));
    }

    /// <summary>How the traffic was split.</summary>
    public static Element OfWeights(ServiceTimeline service, Backdrop backdrop)
    {
        var scale = new ValueScale(100, 72);
        var words = $"traffic, %: weight of {service.New} " + string.Join(", ", service.Weights.Select(weight =>
            $"{weight.Value:0} at {backdrop.Time.Since(weight.At)}")) + ".";
        return Row("traffic, %", words, "100", scale.Height, [
            .. backdrop.Of(scale.Height),
            Drawn("area", Path.Area(service.Weights, backdrop.Time, scale)),
            Drawn("line new", Path.Stepped(service.Weights, backdrop.Time, scale)),
        ], "");
    }

    private static Element Row(string name, string words, string top, double height, IEnumerable<Node> drawing, string note) =>
        new("div", ("class", "row"))
        {
            new Element("div", ("class", "axis"), ("aria-hidden", "true"))
            {
                new Element("b") { name },
                note.Length == 0 ? null : new Element("i") { note },
                new Element("span", ("class", "top")) { top },
                new Element("span", ("class", "bottom")) { "0" },
            },
            new Element(
                "svg",
                ("role", "img"),
                ("aria-label", words),
                ("viewBox", $"0 0 {Count.Exact(Path.Width)} {Count.Exact(height)}"),
                ("preserveAspectRatio", "none"),
                ("height", Count.Exact(height)))
            {
                drawing,
            },
        };

    /// <summary>With an arrow where it is above what is drawn.</summary>
    private static string Limit(Panel panel) =>
        panel.Limits.IsEmpty ? "" : $"limit {Count.Of(panel.Limits[^1].Value)}{(panel.LimitsAreShown ? "" : " \u2191")}";

    private static Element Drawn(string name, string path) => new("path", ("class", name), ("d", path));
}
