using System.Collections.Immutable;
using ReleaseInfra.Cli.Display;
using ReleaseInfra.Cli.Reports.Page.Markup;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;

namespace ReleaseInfra.Cli.Reports.Page.Sections;

/// <summary>What was proved before steps were taken: that traffic could return at once.</summary>
internal static class WayBackSection
{
    public static Element Of(ReportFacts facts)
    {
        var judged = facts.Records.Where(record => record.Entry is WayBackJudged).ToLookup(record => ((WayBackJudged)record.Entry).Service);
        return Parts.Section(
            "way-back",
            "The way back",
            judged.Count == 0
                ? [new Element("p") { "No step was taken, so no way back had to be proved." }]
                : judged.Select(service => Service(service.Key, [.. service])));
    }

    private static Element Service(string service, ImmutableArray<JournalRecord> records)
    {
        var last = (WayBackJudged)records[^1].Entry;
        var times = records.Length == 1 ? "once" : $"{records.Length} times";
        return new Element("div")
        {
            new Element("h3") { service },
            new Element("p")
            {
                last.Gaps.IsEmpty
                    ? $"Proved {times}, the last time at {EntryWords.Clock(records[^1].At)}:"
                    : $"Not proved at {EntryWords.Clock(records[^1].At)}, so no step was taken:",
            },
            new Element("ul")
            {
                (last.Gaps.IsEmpty ? last.Facts : last.Gaps).Select(sentence => new Element("li") { sentence }),
            },
        };
    }
}
