using ReleaseInfra.Cli.Display;
using ReleaseInfra.Cli.Reports.Page.Markup;

namespace ReleaseInfra.Cli.Reports.Page.Sections;

/// <summary>What came of it, before everything else.</summary>
internal static class VerdictSection
{
    public static Element Of(ReportFacts facts) => new("header")
    {
        new Element("p", ("class", "eyebrow")) { Eyebrow(facts) },
        new Element("h1") { Glyph.OfVerdict(facts.Verdict.Kind), facts.Verdict.Headline },
        new Element("p", ("class", "lead")) { facts.Verdict.Why },
        new Element("p", ("class", "meaning")) { facts.Verdict.Meaning },
        new Element("p", ("class", "byline")) { $"{facts.Began.By}, {EntryWords.Moment(facts.From)}: {facts.Began.Why}" },
        new Element("nav", ("aria-label", "Sections")) { new Element("ul") { Links(facts) } },
    };

    private static string Eyebrow(ReportFacts facts) =>
        $"{(facts.Observed is null ? "Release" : "Rehearsal of a release")} of {facts.Began.Stack}";

    private static IEnumerable<Node> Links(ReportFacts facts)
    {
        yield return Link("figures", "Figures");
        yield return Link("timeline", "Timeline");
        yield return Link("states", "States");
        yield return Link("gates", "Gates");
        if (facts.Observed is { Faults: not [] })
            yield return Link("faults", "Faults");
        yield return Link("way-back", "Way back");
        yield return Link("journal", "Journal");
        yield return Link("origin", "Origin");
    }

    private static Element Link(string id, string title) => new("li") { new Element("a", ("href", $"#{id}")) { title } };
}
