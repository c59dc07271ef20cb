using ReleaseInfra.Cli.Reports.Page.Charts;
using ReleaseInfra.Cli.Reports.Page.Markup;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Cli.Reports.Page.Sections;

/// <summary>Service by service: weights, requests, failures, latency and every verdict over one axis of time.</summary>
internal static class TimelineSection
{
    public static Element Of(ReportFacts facts)
    {
        var backdrop = new Backdrop(TimeScale.Of(facts.From, facts.Until, facts.States), facts.States);
        return Parts.Section("timeline", "Timeline", facts.Services.SelectMany(service => (Node[])[
            new Element("h3") { Title(service.Released) },
            ServiceChart.Of(service, backdrop),
        ]));
    }

    private static string Title(ReleasedService released) =>
        $"{released.Service} {released.From?.Text ?? "nothing"} \u2192 {released.To.Text}"
        + (released.Slot is { } slot ? $", in the slot {slot.Name()}" : "");
}
