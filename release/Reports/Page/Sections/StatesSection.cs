using ReleaseInfra.Cli.Display;
using ReleaseInfra.Cli.Reports.Page.Markup;
using ReleaseInfra.Cli.Reports.Page.Timelines;
using ReleaseInfra.Domain.Plans;

namespace ReleaseInfra.Cli.Reports.Page.Sections;

/// <summary>Each state with what it took of the time that it had.</summary>
internal static class StatesSection
{
    public static Element Of(ReportFacts facts) => Parts.Section(
        "states",
        "States",
        Parts.Table(
            "The states of the release, in their order",
            ["Done so far", "What came next", "Since", "Took", "Deadline"],
            facts.States.Select(Row)));

    private static Element Row(StateSpan span)
    {
        var phase = Phase.Of(span.State);
        return Parts.Row(
            span.State.Words,
            new Element("span", ("class", $"phase {phase.Kind}")) { phase.Name },
            EntryWords.Clock(span.From),
            span.State.Deadline is null ? "–" : PlanText.Of(span.Took),
            span.State is { Deadline: { } deadline, Exit: { } exit } ? $"{PlanText.Of(deadline)}, then {exit.Split(',')[0]}" : "–");
    }
}
