using ReleaseInfra.Cli.Display;
using ReleaseInfra.Cli.Reports.Page.Markup;
using ReleaseInfra.Cli.Reports.Page.Timelines;

namespace ReleaseInfra.Cli.Reports.Page.Charts;

/// <summary>The verdicts of one gate as a row of marks, each of which says what it is about when it is pointed at or has the focus.</summary>
internal static class LaneRow
{
    public static Element Of(MarkLane lane, TimeScale time) => new("div", ("class", "row lane"))
    {
        new Element("div", ("class", "axis"), ("aria-hidden", "true")) { new Element("b") { lane.Name } },
        new Element("div", ("class", "marks"), ("role", "group"), ("aria-label", lane.Name))
        {
            MarkCluster.Of(lane, time).Select(cluster => Mark(cluster, time)),
        },
    };

    private static Element Mark(MarkCluster cluster, TimeScale time)
    {
        var said = cluster.Sentences(time);
        return new Element(
            "span",
            ("class", $"mark{(cluster.Concludes ? " final" : "")}"),
            ("tabindex", "0"),
            ("role", "img"),
            ("aria-label", string.Join(' ', said)),
            ("style", $"--at:{Count.Exact(cluster.At * 100)}%"))
        {
            Glyph.Of(cluster.Worst.Outcome),
            new Element("span", ("class", "tip"), ("aria-hidden", "true"))
            {
                Glyph.Of(cluster.Worst.Outcome),
                said.Select(sentence => new Element("span") { sentence }),
            },
        };
    }
}
