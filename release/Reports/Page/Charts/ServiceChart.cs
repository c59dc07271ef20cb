using System.Collections.Immutable;
using ReleaseInfra.Cli.Reports.Page.Markup;
using ReleaseInfra.Cli.Reports.Page.Timelines;
using ReleaseInfra.Domain.Plans;

namespace ReleaseInfra.Cli.Reports.Page.Charts;

/// <summary>One service over the time of a release: rows over one axis of time.</summary>
internal static class ServiceChart
{
    // In pixels; by the style sheet.
    private const double NarrowestPlot = 540;
    private const double WidestLetter = 6.5;

    public static Element Of(ServiceTimeline service, Backdrop backdrop)
    {
        var panels = Panels(service);
        var drawn = panels.Where(panel => !panel.Curves.IsEmpty).ToArray();
        return new Element("figure")
        {
            Legend(service, hasLimits: drawn.Any(panel => panel.LimitsAreShown)),
            new Element("div", ("class", "stage"))
            {
                new Element("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", $"Timeline of {service.Released.Service}"))
                {
                    new Element("div", ("class", "chart"))
                    {
                        StatesRow(backdrop),
                        PanelRow.OfWeights(service, backdrop),
                        drawn.Select(panel => PanelRow.Of(panel, backdrop)),
                        service.Lanes.Select(lane => LaneRow.Of(lane, backdrop.Time)),
                        TimeRow(backdrop.Time),
                    },
                },
                new Element("p", ("class", "readout"), ("aria-hidden", "true"))
                {
                    service.Lanes.IsEmpty ? "No gate judged this service." : "Point at a mark, or reach it with Tab and the arrow keys, to read what was judged.",
                },
            },
            new Element("figcaption") { $"{service.Released.Service}: {string.Join(' ', panels.Select(panel => panel.Words))}" },
            Parts.Folded("The same as a table", CurveTable.Of(service, backdrop.Time)),
        };
    }

    private static ImmutableArray<Panel> Panels(ServiceTimeline service) =>
    [
        new Panel("requests a minute", service.Requests, []),
        new Panel("failed, %", service.Failures, service.FailureLimits),
        new Panel("p95, ms", service.Latencies, service.LatencyLimits),
    ];

    /// <summary>Of what is drawn, and nothing else.</summary>
    private static Element Legend(ServiceTimeline service, bool hasLimits)
    {
        var marks = service.Lanes.SelectMany(lane => lane.Marks).ToArray();
        return new Element("ul", ("class", "legend"))
        {
            Entry("old", $"{service.Old}, before"),
            Entry("new", $"{service.New}, released"),
            hasLimits ? Entry("limit", "limit") : null,
            marks.Select(mark => mark.Outcome).Distinct().Order().Select(outcome => new Element("li") { Glyph.Word(outcome) }),
            marks.Any(mark => mark.Concludes) ? new Element("li") { new Element("span", ("class", "ring"), ("aria-hidden", "true")), "decided" } : null,
        };
    }

    private static Element Entry(string name, string words) => new("li")
    {
        new Element("svg", ("class", "key"), ("viewBox", "0 0 24 8"), ("aria-hidden", "true"))
        {
            new Element("path", ("class", name == "limit" ? "limit" : $"line {name}"), ("d", "M1 4H23")),
        },
        words,
    };

    private static Element StatesRow(Backdrop backdrop) => new("div", ("class", "row states"))
    {
        new Element("div", ("class", "axis"), ("aria-hidden", "true")) { new Element("b") { "state" } },
        new Element("ol", ("aria-label", "States"))
        {
            backdrop.States.Where(state => Share(state, backdrop.Time) > 0).Select(state => Band(state, backdrop.Time)),
        },
    };

    private static Element Band(StateSpan state, TimeScale time)
    {
        var phase = Phase.Of(state.State);
        // Of a wait, its length is not seen where it is drawn shorter.
        var name = phase.Kind == "held" ? $"{phase.Name} {PlanText.Of(state.Took)}" : phase.Name;
        var share = Share(state, time);
        var fits = share * NarrowestPlot > name.Length * WidestLetter;
        return new Element("li", ("class", phase.Kind), ("style", $"width:{Count.Exact(share * 100)}%"), ("title", name))
        {
            new Element("span", ("class", fits ? null : "unseen")) { name },
        };
    }

    private static double Share(StateSpan state, TimeScale time) => time.At(state.Until) - time.At(state.From);

    private static Element TimeRow(TimeScale time) => new("div", ("class", "row times"), ("aria-hidden", "true"))
    {
        new Element("div", ("class", "axis")) { new Element("b") { "since the start" } },
        new Element("div", ("class", "marks"))
        {
            time.Ticks.Select(tick => new Element("span", ("class", Edge(tick)), ("style", $"--at:{Count.Exact(tick.At * 100)}%")) { tick.Text }),
        },
    };

    /// <summary>A text in the middle of its tick would stand over the edge.</summary>
    private static string? Edge(Tick tick) => tick.At switch
    {
        0 => "first",
        > 0.97 => "last",
        _ => null,
    };
}
