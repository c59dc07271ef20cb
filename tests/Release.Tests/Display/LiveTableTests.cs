using ReleaseInfra.Cli.Commands;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Cli.Display;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Journals;

namespace ReleaseInfra.Release.Tests.Display;

public sealed class LiveTableTests
{
    private ManualTime _time = null!;

    [SetUp]
    public void StartClock() => _time = new ManualTime();

    [TestCase(false)]
    [TestCase(true)]
    public async Task Table_IsDrawnOver_AndLeavesTheLastPicture(bool colour)
    {
        using var screen = new DrawnScreen(colour);
        var story = Watched.TurnedBack(_time.GetUtcNow());
        await using (var table = new LiveTable(screen, _time))
            await ShowAsync(table, story.Records);

        Assert.That(screen.Lines, Is.EqualTo(new[]
        {
            "production: rolled back",
            "",
            "service  slot   tag     weight  requests  errors     p95  verdict",
            "web      green  v1.2.3     0 %      1000     6 %  420 ms  failed",
            "",
            "09:09:05  error rate of web failed: 60 of 1000 requests failed (6 %), limit 5 %.",
            "09:10:05  gate error rate of web failed: 1 of 2 measurements failed, limit 0. 6…",
            "09:10:06  gate failed: 60 of 1000 requests failed (6 %), limit 5 %. -> rolling …",
            "09:10:07  began the change of web to 0 %",
            "09:10:08  traffic of web read back: web--blue-v1-2-2 100 %, web--green-v1-2-3 0…",
            "09:10:09  web returned -> rolled back",
            "",
        }));
        Assert.That(screen.Raw.Contains("\e[1;31mfailed", StringComparison.Ordinal), Is.EqualTo(colour));
        Assert.That(screen.Raw, colour ? Does.Contain("\e[32m") : Does.Not.Match(@"\e\[\d+(;\d+)*m"));
    }

    [Test]
    public async Task Table_HidesTheCursor_AndGivesItBack()
    {
        using var screen = new DrawnScreen(colour: false);
        await using (var table = new LiveTable(screen, _time))
        {
            await ShowAsync(table, Watched.Baking(_time.GetUtcNow()).Records);
            Assert.That(screen.IsCursorVisible, Is.False);
        }

        Assert.That(screen.IsCursorVisible, Is.True);
        Assert.That(screen.Erased, Is.Zero, "What is erased before it is drawn flickers.");
    }

    [Test]
    public async Task Table_CountsDown_WithoutARecord()
    {
        using var screen = new DrawnScreen(colour: false);
        await using var table = new LiveTable(screen, _time);
        await ShowAsync(table, ReleaseStory.Of(Beginnings.Web, _time.GetUtcNow()).Records);
        await screen.SeenAsync("production: planned, 15m left, then aborted");

        _time.Advance(TimeSpan.FromSeconds(1));

        await screen.SeenAsync("production: planned, 14m59s left, then aborted");
    }

    [Test]
    public async Task Table_ThatHeardNothing_WritesNothing()
    {
        using var screen = new DrawnScreen(colour: false);
        await new LiveTable(screen, _time).DisposeAsync();

        Assert.That(screen.Raw, Is.Empty);
    }

    [Test]
    public void Watchers_FollowTheTerminal()
    {
        var terminal = new FakeTerminal { OutputSize = new TerminalSize(80, 24) };

        Assert.That(Watchers.For(terminal, OutputFormat.Text, _time), Is.TypeOf<LiveTable>());
        Assert.That(Watchers.For(terminal, OutputFormat.Json, _time), Is.TypeOf<JsonLines>());
        Assert.That(Watchers.For(new FakeTerminal(), OutputFormat.Text, _time), Is.TypeOf<EventLines>());
    }

    private static async Task ShowAsync(LiveTable table, IEnumerable<JournalRecord> records)
    {
        ReleaseStanding? standing = null;
        foreach (var record in records)
        {
            standing = standing?.Next(record) ?? ReleaseStanding.Begin(record);
            await table.HearAsync(record, standing, CancellationToken.None);
        }
    }
}
