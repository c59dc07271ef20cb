using System.Text;
using ReleaseInfra.Cli.Reports.Page.Markup;
using ReleaseInfra.Cli.Reports.Page.Sections;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Cli.Reports.Page;

/// <summary>A release as one page of HTML that holds all it needs, and asks nobody for anything.</summary>
internal static class ReportPage
{
    // Nothing is fetched, whatever a journal holds: the browser itself refuses.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

    /// <summary>Replaces the file whole, and makes its folders where they are missing.</summary>
    /// <exception cref="ReleaseFailure">The file cannot be written.</exception>
    public static async Task WriteAsync(ReleaseReport report, string path, CancellationToken cancellation)
    {
        var page = Encoding.UTF8.GetBytes(Text(report));
        try
        {
            await DurableFile.ReplaceAsync(path, (file, token) => file.WriteAsync(page, token).AsTask(), cancellation);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw ReleaseFailure.FileUnwritable(path, unwritable);
        }
    }

    public static string Text(ReleaseReport report)
    {
        var facts = ReportFacts.Of(report);
        return $"<!doctype html>\n{Page(facts)}\n";
    }

    private static Element Page(ReportFacts facts) => new("html", ("lang", "en"))
    {
        new Element("head")
        {
            new Element("meta", ("charset", "utf-8")),
            new Element("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy)),
            new Element("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")),
            new Element("meta", ("name", "color-scheme"), ("content", "light dark")),
            new Element("meta", ("name", "referrer"), ("content", "no-referrer")),
            new Element("title") { $"{facts.Verdict.Headline}: {facts.Began.Stack}, {facts.Began.Id}" },
            new Element("style") { new Inlined("report.css") },
        },
        new Element("body", ("class", facts.Verdict.Kind))
        {
            VerdictSection.Of(facts),
            new Element("main")
            {
                FiguresSection.Of(facts),
                TimelineSection.Of(facts),
                StatesSection.Of(facts),
                GatesSection.Of(facts),
                FaultsSection.Of(facts),
                WayBackSection.Of(facts),
                JournalSection.Of(facts),
            },
            OriginSection.Of(facts),
            new Element("script") { new Inlined("report.js") },
        },
    };
}
