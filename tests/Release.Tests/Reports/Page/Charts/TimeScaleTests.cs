using ReleaseInfra.Cli.Reports.Page.Charts;
using ReleaseInfra.Cli.Reports.Page.Timelines;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Tests.Support.Journals;

namespace ReleaseInfra.Release.Tests.Reports.Page.Charts;

public sealed class TimeScaleTests
{
    private static readonly DateTimeOffset Noon = Beginnings.Noon;

    [TestCase(0, 0)]
    [TestCase(15, 0.25)]
    [TestCase(60, 1)]
    [TestCase(-5, 0)]
    [TestCase(90, 1)]
    public void At_IsAShareOfTheWidth(int minutes, double share) =>
        Assert.That(Hour().At(Noon.AddMinutes(minutes)), Is.EqualTo(share).Within(1e-9));

    [Test]
    public void At_OfNoTime_IsTheLeftEdge() =>
        Assert.That(TimeScale.Of(Noon, Noon, []).At(Noon), Is.Zero);

    [TestCase(5, "0 1s 2s 3s 4s 5s")]
    [TestCase(45, "0 10s 20s 30s 40s")]
    [TestCase(372, "0 1m 2m 3m 4m 5m 6m")]
    [TestCase(3600, "0 10m 20m 30m 40m 50m 1h")]
    [TestCase(100_000, "0 6h 12h 18h 24h")]
    [TestCase(2_000_000, "0 72h 144h 216h 288h 360h 432h 504h")]
    public void Ticks_AreFewAndRound(int seconds, string expected) => Assert.That(
        string.Join(' ', TimeScale.Of(Noon, Noon.AddSeconds(seconds), []).Ticks.Select(tick => tick.Text)), Is.EqualTo(expected));

    /// <summary>Of a release that worked for 4 minutes, and waited for an approval overnight between.</summary>
    [Test]
    public void LongWait_IsDrawnShorter()
    {
        var story = ReleaseStory.Of(Beginnings.Web)
            .Then(new Paused("ann", "overnight"), TimeSpan.FromMinutes(2))
            .Then(new Resumed("ann"), TimeSpan.FromHours(14))
            .Then(new PreflightPassed(), TimeSpan.FromMinutes(2));
        var until = story.Standing.LastAt;
        var time = TimeScale.Of(Noon, until, StateSpan.Of(story.Records));

        // Work 4 minutes, the wait as wide as 0.6 minutes.
        Assert.That(time.At(Noon.AddMinutes(2)), Is.EqualTo(2 / 4.6).Within(1e-9));
        Assert.That(time.At(Noon.AddMinutes(2).AddHours(7)), Is.EqualTo(2.3 / 4.6).Within(1e-9));
        Assert.That(time.At(until.AddMinutes(-2)), Is.EqualTo(2.6 / 4.6).Within(1e-9));
        Assert.That(time.At(until), Is.EqualTo(1));
        Assert.That(time.Ticks.Select(tick => tick.Text), Is.EqualTo(new[] { "0", "1m", "2m", "14h2m", "14h3m", "14h4m" }));
    }

    [Test]
    public void ShortWait_IsDrawnAsItIs()
    {
        var story = ReleaseStory.Of(Beginnings.Web)
            .Then(new Paused("ann", "lunch"), TimeSpan.FromMinutes(50))
            .Then(new Resumed("ann"), TimeSpan.FromMinutes(5))
            .Then(new PreflightPassed(), TimeSpan.FromMinutes(5));
        var time = TimeScale.Of(Noon, story.Standing.LastAt, StateSpan.Of(story.Records));

        Assert.That(time.At(Noon.AddMinutes(55)), Is.EqualTo(55 / 60.0).Within(1e-9));
    }

    private static TimeScale Hour() => TimeScale.Of(Noon, Noon.AddHours(1), []);
}
