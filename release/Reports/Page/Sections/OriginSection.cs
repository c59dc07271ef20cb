using ReleaseInfra.Cli.Display;
using ReleaseInfra.Cli.Reports.Page.Markup;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Cli.Reports.Page.Sections;

/// <summary>What the page is made from, so that it can be held against it.</summary>
internal static class OriginSection
{
    public static Element Of(ReportFacts facts) => new("footer", ("id", "origin"))
    {
        new Element("h2") { "Where this comes from" },
        Parts.Facts(Facts(facts)),
    };

    private static IEnumerable<(string Name, Node Value)> Facts(ReportFacts facts)
    {
        var began = facts.Began;
        yield return ("Environment", began.Stack.Name);
        yield return ("Release", Parts.Code(began.Id.Text));
        yield return ("Kind", Kind(began.Release));
        yield return ("Carried out by", string.Join(", then ", Writers(facts)));
        yield return ("Plan", Parts.Code(began.PlanHash));
        yield return ("Configuration", Parts.Code(began.ConfigurationDigest));
        yield return ("Rules", $"version {began.Rules}");
        if (began.Committed is { } committed)
            yield return ("Committed", EntryWords.Moment(committed));
        yield return ("Journal", $"{Count.Of(facts.Records.Length)} lines, from {EntryWords.Moment(facts.From)} to {EntryWords.Moment(facts.Until)}");
        if (facts.Observed is { } observed)
            yield return ("Clock", $"{Count.Of(observed.Compression)} times as fast as everybody's; all times are the release's own");
    }

    private static string Kind(ReleaseKind kind) => kind switch
    {
        RegularRelease => "regular",
        Hotfix hotfix => $"hotfix: {hotfix.Reason}",
        SecurityRelease security => $"security fix: {security.Reason}",
        _ => throw new ArgumentException($"Unknown kind {kind.GetType().Name}.", nameof(kind)),
    };

    private static IEnumerable<string> Writers(ReportFacts facts) =>
        [facts.Began.By, .. facts.Records.Select(record => record.Entry).OfType<WriterTookOver>().Select(over => over.By)];
}
