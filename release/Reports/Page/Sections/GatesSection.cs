using ReleaseInfra.Cli.Display;
using ReleaseInfra.Cli.Reports.Page.Markup;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal.Entries;

namespace ReleaseInfra.Cli.Reports.Page.Sections;

/// <summary>What each gate said last, and how often it said what.</summary>
internal static class GatesSection
{
    public static Element Of(ReportFacts facts) => Parts.Section(
        "gates",
        "Gates",
        facts.Board.Gates.IsEmpty
            ? new Element("p") { "No gate measured anything in this release." }
            : Parts.Table(
                "The gates, with their last numbers and limits",
                ["Gate", "Verdict", "Measured", "Last numbers and limits"],
                facts.Board.Gates.Select(gate => Row(gate, facts))));

    private static Element Row(GateRow gate, ReportFacts facts) => Parts.Row(
        EntryWords.Gate(gate.Gate, gate.Service),
        Glyph.Word(gate.Verdict.Outcome),
        Counts([.. from record in facts.Records
                   let judged = record.Entry as Judged
                   where judged is not null && gate.IsOf(judged.Gate, judged.Service)
                   select judged.Verdict.Outcome]),
        gate.Verdict.Message);

    /// <summary>As in <c>12 passed, 1 failed</c>.</summary>
    private static string Counts(Outcome[] outcomes) => outcomes is []
        ? "never"
        : string.Join(", ", from outcome in outcomes
                            group outcome by outcome into same
                            orderby same.Key
                            select $"{same.Count()} {EntryWords.Word(same.Key)}");
}
