using System.Text.Json;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Display;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Release.Tests.Journal;
using ReleaseInfra.Tests.Support.Journals;

namespace ReleaseInfra.Release.Tests.Display;

public sealed class WrittenLinesTests
{
    [Test]
    public async Task EventLines_OfARelease_AreALineEach() =>
        Assert.That(await LinesAsync(Watched.TurnedBack()), Is.EqualTo(new[]
        {
            "2026-11-21 12:00:00Z  release 20261121-120000-0a1b2c3d of production began by ann@laptop: the new search (web green v1.2.2 -> v1.2.3)",
            "2026-11-21 12:01:00Z  began the checks before the start",
            "2026-11-21 12:02:00Z  preflight passed -> past preflight",
            "2026-11-21 12:03:00Z  began the deployment of web",
            "2026-11-21 12:04:00Z  new version ready -> deployed at 0 %",
            "2026-11-21 12:05:00Z  smoke passed -> smoke-tested",
            "2026-11-21 12:06:00Z  step began -> shifting web to 10 %",
            "2026-11-21 12:06:01Z  began the change of web to 10 %",
            "2026-11-21 12:06:02Z  traffic of web written: web--blue-v1-2-2 90 %, web--green-v1-2-3 10 %",
            "2026-11-21 12:06:03Z  traffic of web read back: web--blue-v1-2-2 90 %, web--green-v1-2-3 10 %",
            "2026-11-21 12:07:03Z  share of web agrees: 95 of 1000 requests (9.5 %, between 6.47 and 13.73 %), weight 10 %.",
            "2026-11-21 12:07:04Z  web moved -> baking at 10 %",
            "2026-11-21 12:08:04Z  error rate of web passed: 10 of 1000 requests failed (1 %), limit 5 %.",
            "2026-11-21 12:08:05Z  latency of web passed: p95 is 420 ms over 1000 requests, limit 2000 ms.",
            "2026-11-21 12:09:05Z  error rate of web failed: 60 of 1000 requests failed (6 %), limit 5 %.",
            "2026-11-21 12:10:05Z  gate error rate of web failed: 1 of 2 measurements failed, limit 0. 60 of 1000 requests failed (6 %), limit 5 %.",
            "2026-11-21 12:10:06Z  gate failed: 60 of 1000 requests failed (6 %), limit 5 %. -> rolling back web",
            "2026-11-21 12:10:07Z  began the change of web to 0 %",
            "2026-11-21 12:10:08Z  traffic of web read back: web--blue-v1-2-2 100 %, web--green-v1-2-3 0 %",
            "2026-11-21 12:10:09Z  web returned -> rolled back",
        }));

    [Test]
    public async Task EventLines_InColour_ColourTheVerdict()
    {
        using var output = new StringWriter();
        await ShowAsync(new EventLines(output, colour: true), Watched.Baking());

        Assert.That(output.ToString(), Does.Contain(
            "\e[2m2026-11-21 12:08:04Z  \e[0m\e[32merror rate of web passed: 10 of 1000 requests failed (1 %), limit 5 %.\e[0m\n"));
    }

    [TestCaseSource(typeof(EntrySamples), nameof(EntrySamples.All))]
    public void Words_OfEveryEntry_AreOneLine(JournalEntry entry)
    {
        var words = EntryWords.Of(entry).Text;

        Assert.That(words, Is.Not.Empty);
        Assert.That(words, Does.Not.Match(@"[\p{Cc}\u2028\u2029]"));
    }

    [Test]
    public async Task EventLines_WhatOthersWrote_MovesNoCursor()
    {
        var story = ReleaseStory.Of(Beginnings.Web).Then(new NoteWritten("ann@laptop", "first\nsecond\e[2J"));

        Assert.That((await LinesAsync(story))[^1], Is.EqualTo("2026-11-21 12:01:00Z  ann@laptop: first second [2J"));
    }

    [Test]
    public async Task JsonLines_AreTheJournalsOwn()
    {
        using var output = new StringWriter();
        await ShowAsync(new JsonLines(output), Watched.Baking());
        var lines = output.ToString().TrimEnd('\n').Split('\n');
        using var judged = JsonDocument.Parse(lines[12]);

        Assert.That(lines, Has.Length.EqualTo(14));
        Assert.That(lines[2], Is.EqualTo(
            """{"v":1,"n":3,"at":"2026-11-21T12:02:00.000Z","epoch":1,"kind":"event","event":"preflight passed","state":"past preflight"}"""));
        Assert.That(judged.RootElement.GetProperty("verdict").GetString(), Is.EqualTo("passed"));
    }

    [Test]
    public async Task Lines_AreOutWhenTheyAreHeard()
    {
        var output = new BufferedWriter();
        await ShowAsync(new EventLines(output, colour: false), Watched.Baking());

        Assert.That(output.Unflushed, Is.Zero);
    }

    [Test]
    public async Task Lines_WhoseReaderHasGone_StopNothing()
    {
        var output = new BufferedWriter { Gone = true };

        await ShowAsync(new EventLines(output, colour: false), Watched.Baking());

        Assert.That(output.Tried, Is.EqualTo(1));
    }

    private static async Task<string[]> LinesAsync(ReleaseStory story)
    {
        using var output = new StringWriter();
        await ShowAsync(new EventLines(output, colour: false), story);
        return output.ToString().TrimEnd('\n').Split('\n');
    }

    private static async Task ShowAsync(IJournalListener listener, ReleaseStory story)
    {
        foreach (var record in story.Records)
            await listener.HearAsync(record, ReleaseStanding.Of(story.Records.Take(record.Number)), CancellationToken.None);
    }

    private sealed class BufferedWriter : StringWriter
    {
        public bool Gone { get; init; }

        public int Tried { get; private set; }

        public int Unflushed { get; private set; }

        public override void Write(string? value)
        {
            Tried++;
            Unflushed++;
            if (Gone)
                throw new IOException("Broken pipe");
        }

        public override void Flush() => Unflushed = 0;
    }
}
