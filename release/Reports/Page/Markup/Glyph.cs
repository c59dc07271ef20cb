using ReleaseInfra.Cli.Display;
using ReleaseInfra.Domain.Gates;

namespace ReleaseInfra.Cli.Reports.Page.Markup;

/// <summary>A sign whose shape says what its colour says.</summary>
internal static class Glyph
{
    public static Element Of(Outcome outcome) => outcome switch
    {
        Outcome.Passed => Drawn("passed", "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11z"),
        Outcome.Failed => Drawn("failed", "M2 4.2L4.2 2L8 5.8L11.8 2L14 4.2L10.2 8L14 11.8L11.8 14L8 10.2L4.2 14L2 11.8L5.8 8z"),
        Outcome.Inconclusive => Drawn("inconclusive", "M8 2L15 14H1z"),
        Outcome.Errored => Drawn("errored", "M8 1L15 8L8 15L1 8z"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Outcomes are passed, failed, inconclusive and errored."),
    };

    /// <param name="kind">Of a <see cref="ReportVerdict"/>.</param>
    public static Element OfVerdict(string kind) => kind switch
    {
        "passed" => Drawn("sign", "M1 8.6L3.2 6.4L6.4 9.6L12.8 3.2L15 5.4L6.4 14z"),
        "back" => Drawn("sign", "M7 1.5V5H10a5 5 0 0 1 0 10H3v-2.6h7a2.4 2.4 0 0 0 0-4.8H7V11L1.5 6.2z"),
        "held" => Drawn("sign", "M3 2h3.6v12H3zM9.4 2H13v12H9.4z"),
        "left" => Drawn("sign", "M2 2h12v12H2z"),
        _ => Drawn("sign", "M3 2L14 8L3 14z"),
    };

    /// <summary>The word of an outcome with its sign.</summary>
    public static Element Word(Outcome outcome) => new("span", ("class", $"outcome {EntryWords.Word(outcome)}"))
    {
        Of(outcome),
        EntryWords.Word(outcome),
    };

    private static Element Drawn(string name, string path) =>
        new("svg", ("class", $"glyph {name}"), ("viewBox", "0 0 16 16"), ("aria-hidden", "true")) { new Element("path", ("d", path)) };
}
