using ReleaseInfra.Cli.Display;
using ReleaseInfra.Cli.Reports.Page.Markup;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Journal;

namespace ReleaseInfra.Cli.Reports.Page.Sections;

/// <summary>Every line, for who wants to know exactly.</summary>
internal static class JournalSection
{
    public static Element Of(ReportFacts facts) => Parts.Section(
        "journal",
        "Journal",
        Parts.Folded(
            $"All {Count.Of(facts.Records.Length)} lines",
            new Element("p", ("class", "filter"), ("hidden", ""))
            {
                new Element("label", ("for", "filter")) { "Only lines with" },
                new Element("input", ("id", "filter"), ("type", "search"), ("autocomplete", "off"), ("spellcheck", "false")),
                new Element("output", ("for", "filter"), ("id", "matches")),
            },
            Parts.Table("The journal of the release, line by line", ["Line", "At", "Kind", "Says"], facts.Records.Select(Row))));

    private static Element Row(JournalRecord record)
    {
        var words = EntryWords.Of(record.Entry);
        return new Element("tr", ("class", words.Style switch
        {
            Style.Problem => "problem",
            Style.Muted => "muted",
            Style.Heading => "strong",
            _ => null,
        }))
        {
            new Element("td") { Count.Of(record.Number) },
            new Element("td") { EntryWords.Moment(record.At) },
            new Element("td") { record.Entry.Kind },
            new Element("td") { words.Text },
        };
    }
}
