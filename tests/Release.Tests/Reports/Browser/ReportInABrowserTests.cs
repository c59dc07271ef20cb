using ReleaseInfra.Cli.Reports.Page;
using ReleaseInfra.Release.Tests.Reports.Page;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Browser;

namespace ReleaseInfra.Release.Tests.Reports.Browser;

/// <summary>The page as it is seen, heard and used, in a real browser.</summary>
[NonParallelizable]
public sealed class ReportInABrowserTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly PageLook[] Looks =
        [.. from width in (int[])[1280, 768, 360] from dark in (bool[])[false, true] select new PageLook(width, dark)];

    private readonly CancellationTokenSource _patience = new(Patience);
    private TemporaryFolder _folder = null!;
    private Chromium? _browser;

    private static IEnumerable<TestCaseData> Pages() =>
        from report in (string[])["good", "turned back", "held"] from look in Looks select new TestCaseData(report, look);

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        if (ChromiumProgram.Find() is not { } program)
        {
            Assert.Ignore($"Chromium is not on this machine (looked for {ChromiumProgram.LookedFor}); the page was not looked at.");
            return;
        }

        _folder = new TemporaryFolder();
        _browser = await Chromium.StartAsync(program, _patience.Token);
        await ReportPage.WriteAsync(ReportedReleases.Good(), PathOf("good"), _patience.Token);
        await ReportPage.WriteAsync(ReportedReleases.TurnedBack(), PathOf("turned back"), _patience.Token);
        await ReportPage.WriteAsync(ReportedReleases.Held(), PathOf("held"), _patience.Token);
    }

    [OneTimeTearDown]
    public async Task EndAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _folder?.Dispose();
        _patience.Dispose();
    }

    [TestCaseSource(nameof(Pages))]
    public async Task Page_FitsItsWindow_AndAsksNobody(string report, PageLook look)
    {
        var page = await OpenAsync(report, look);
        // What is folded must fit as well.
        await page.RunAsync("document.querySelectorAll('details').forEach(folded => folded.open = true)");

        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.EqualTo(look.Width));
        Assert.That(await page.EvaluateAsync<string[]>(PageChecks.Overflowing), Is.Empty);
        Assert.That(page.Requests, Is.EqualTo(new[] { new Uri(PathOf(report)).AbsoluteUri }));
        Assert.That(page.Complaints, Is.Empty);
        await page.RunAsync("document.querySelectorAll('details').forEach(folded => folded.open = false)");
        var picture = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"report-{report.Replace(' ', '-')}-{look}.png");
        await page.ScreenshotAsync(picture);
        TestContext.AddTestAttachment(picture);
    }

    [TestCaseSource(nameof(Looks))]
    public async Task Text_HasContrast(PageLook look)
    {
        foreach (var report in (string[])["good", "turned back", "held"])
        {
            var page = await OpenAsync(report, look);
            await page.RunAsync("document.querySelectorAll('details').forEach(folded => folded.open = true)");

            Assert.That(await page.EvaluateAsync<string[]>(PageChecks.FaintTexts), Is.Empty, report);
        }
    }

    [Test]
    public async Task Signs_HaveContrast([Values] bool dark)
    {
        var page = await OpenAsync("turned back", new PageLook(1280, dark));

        Assert.That(await page.EvaluateAsync<string[]>(PageChecks.FaintSigns), Is.Empty);
    }

    [Test]
    public async Task Mark_ExplainsItself_WhereItGetsTheFocusByTab()
    {
        var page = await OpenAsync("turned back", new PageLook(1280, Dark: false));
        await TabToAsync(page, "decisions");

        Assert.That(await page.EvaluateAsync<string>(PageChecks.ShownTip), Is.EqualTo("2m, smoke passed -> smoke-tested."));

        await page.PressAsync("ArrowRight");

        Assert.That(
            await page.EvaluateAsync<string>(PageChecks.ShownTip),
            Is.EqualTo("6m6s, gate failed: 15 of 240 requests failed (6.25 %), limit 5 %. -> rolling back web."));

        await page.PressAsync("Tab");

        Assert.That(await page.EvaluateAsync<string>("document.activeElement.parentElement.ariaLabel"), Is.EqualTo("health"));
    }

    [Test]
    public async Task Mark_ExplainsItself_WhereItIsPointedAt()
    {
        var page = await OpenAsync("good", new PageLook(360, Dark: true));
        await page.RunAsync("document.querySelector('.stage').scrollIntoView()");
        var place = await page.EvaluateAsync<double[]>(
            "(() => { const box = document.querySelector('.mark').getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; })()");
        await page.PointAtAsync(place[0], place[1]);

        Assert.That(await page.EvaluateAsync<string>(PageChecks.ShownTip), Is.EqualTo("2m, smoke passed -> smoke-tested."));
        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.EqualTo(360));
    }

    [Test]
    public async Task ScreenReader_IsToldOfEverything()
    {
        var told = await (await OpenAsync("turned back", new PageLook(1280, Dark: false))).AccessibleAsync();

        Assert.That(
            told.Where(node => node.Role == "heading").Select(node => node.Name),
            Is.EqualTo(new[]
            {
                "v1.2.3 was rolled back", "Key figures", "Timeline", "web v1.2.2 \u2192 v1.2.3, in the slot green", "States", "Gates",
                "Faults that were played", "The way back", "web", "Journal", "Where this comes from",
            }));
        Assert.That(told.Select(node => node.Role), Does.Contain("banner").And.Contain("main").And.Contain("contentinfo").And.Contain("navigation"));
        Assert.That(told, Does.Contain(("region", "Timeline of web")));
        Assert.That(told, Does.Contain(("image", "6m6s, gate failed: 15 of 240 requests failed (6.25 %), limit 5 %. -> rolling back web.")));
        Assert.That(told, Has.Some.Matches<(string Role, string Name)>(node =>
            node.Role == "image" && node.Name.StartsWith("traffic, %: weight of v1.2.3 0 at 0s, 10 at", StringComparison.Ordinal)));
    }

    [Test]
    public async Task Journal_IsFiltered()
    {
        var page = await OpenAsync("turned back", new PageLook(1280, Dark: false));
        await page.RunAsync(
            "document.querySelector('#journal details').open = true; const filter = document.getElementById('filter');" +
            "filter.value = 'GATE FAILED'; filter.dispatchEvent(new Event('input'))");

        Assert.That(
            await page.EvaluateAsync<string[]>("[...document.querySelectorAll('#journal tbody tr')].filter(row => row.checkVisibility()).map(row => row.cells[3].textContent)"),
            Is.EqualTo(new[] { "gate failed: 15 of 240 requests failed (6.25 %), limit 5 %. -> rolling back web" }));
        Assert.That(await page.EvaluateAsync<string>("document.getElementById('matches').textContent"), Is.EqualTo("1 of 32"));
    }

    private async Task<BrowserPage> OpenAsync(string report, PageLook look) => await _browser!.OpenAsync(PathOf(report), look, _patience.Token);

    private string PathOf(string report) => Path.Combine(_folder.Path, $"{report}.html");

    private static async Task TabToAsync(BrowserPage page, string lane)
    {
        for (var pressed = 0; pressed < 40; pressed++)
        {
            await page.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>("document.activeElement.parentElement?.ariaLabel ?? ''") == lane)
                return;
        }

        Assert.Fail($"Tab reaches no mark of {lane}.");
    }
}
