using ReleaseInfra.Cli.Display;
using ReleaseInfra.Cli.Reports.Page.Charts;
using ReleaseInfra.Cli.Reports.Page.Markup;

namespace ReleaseInfra.Cli.Reports.Page.Sections;

/// <summary>Service by service: weights, requests, failures, latency and every verdict over one axis of time.</summary>
internal static class TimelineSection
{
    public static Element Of(ReportFacts facts)
    {
        var backdrop = new Backdrop(new TimeScale(facts.From, facts.Until), facts.States);
        return Parts.Section("timeline", "Timeline", facts.Services.SelectMany(service => (Node[])[
            new Element("h3") { EntryWords.Service(service.Released) },
            ServiceChart.Of(service, backdrop),
        ]));
    }
}
