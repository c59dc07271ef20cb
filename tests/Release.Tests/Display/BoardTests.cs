using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Cli.Display;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Tests.Support.Journals;

namespace ReleaseInfra.Release.Tests.Display;

public sealed class BoardTests
{
    private static readonly TerminalSize Screen = new(80, 24);

    [Test]
    public void Picture_OfABake() =>
        Assert.That(Picture(Watched.Baking(), 30), Is.EqualTo(new[]
        {
            "production: baking at 10 %, 18m29s left, then rolling back web",
            "",
            "service  slot   tag     weight  requests  errors     p95  verdict",
            "web      green  v1.2.3    10 %      1000     1 %  420 ms  passed",
            "",
            "12:06:02  traffic of web written: web--blue-v1-2-2 90 %, web--green-v1-2-3 10 %",
            "12:06:03  traffic of web read back: web--blue-v1-2-2 90 %, web--green-v1-2-3 10…",
            "12:07:03  share of web agrees: 95 of 1000 requests (9.5 %, between 6.47 and 13.…",
            "12:07:04  web moved -> baking at 10 %",
            "12:08:04  error rate of web passed: 10 of 1000 requests failed (1 %), limit 5 %.",
            "12:08:05  latency of web passed: p95 is 420 ms over 1000 requests, limit 2000 m…",
        }));

    [Test]
    public void Picture_OfTheEnd_HasNoDeadline() =>
        Assert.That(Picture(Watched.TurnedBack(), 0).Take(4), Is.EqualTo(new[]
        {
            "production: rolled back",
            "",
            "service  slot   tag     weight  requests  errors     p95  verdict",
            "web      green  v1.2.3     0 %      1000     6 %  420 ms  failed",
        }));

    [Test]
    public void Picture_BeforeAnythingIsMeasured_HasDashes() =>
        Assert.That(Picture(ReleaseStory.Of(Beginnings.Group), 3600).Take(5), Is.EqualTo(new[]
        {
            "production: planned, 45m overdue: aborted",
            "",
            "service  slot  tag     weight  requests  errors  p95  verdict",
            "worker   -     v1.2.3     0 %         -       -    -  -",
            "web      blue  v1.2.3     0 %         -       -    -  -",
        }));

    [Test]
    public void Table_WithLongNames_StaysWithinTheScreen()
    {
        var began = Beginnings.Web with
        {
            Services = [new ReleasedService("storefront-and-checkout-gateway", Slot.Green, null, ImageTag.Parse("v12.34.56-rc.789"))],
            Course = new RolloutCourse(
                [new GroupMember("storefront-and-checkout-gateway", Movement.Weighed)], Beginnings.Web.Course.Strategy, Beginnings.Web.Course.Deadlines),
        };

        Assert.That(BoardTable.Lines(ReleaseBoard.Of(ReleaseStory.Of(began).Records), 72).Select(Text), Is.EqualTo(new[]
        {
            "service      slot   tag           weight  requests  errors  p95  verdict",
            "storefront…  green  v12.34.56-r…     0 %         -       -    -  -",
        }));
    }

    [Test]
    public void Picture_OfASmallScreen_LeavesOutWhatCannotBeDrawnOver() =>
        Assert.That(BoardPicture.Of(ReleaseBoard.Of(Watched.Baking().Records), Beginnings.Noon, new TerminalSize(80, 5)), Has.Length.EqualTo(4));

    [Test]
    public void Board_OfAReleaseUnderWay_GoesOnFromItsStanding()
    {
        var story = Watched.Baking().ThenTakenOver(TimeSpan.FromMinutes(2));
        var before = ReleaseBoard.Of(story.Standing);
        story.Then(new Paused("bob", "lunch"));

        var board = before.Next(story.Records[^1], story.Standing);

        Assert.That(BoardTable.Lines(board, 80).Select(Text).Last(), Is.EqualTo("web      green  v1.2.3    10 %         -       -    -  -"));
        Assert.That(board.Latest, Is.EqualTo(new[] { story.Records[^1] }));
    }

    [TestCase("web--green-v1-2-3", true)]
    [TestCase("web--green-v1-2-3-r2", true)]
    [TestCase("web--green-v1-2-3-rc-1", false)]
    [TestCase("web--green-v1-2-31", false)]
    [TestCase("web--blue-v1-2-3", false)]
    [TestCase("site-web", false)]
    public void Revision_IsOfTheNewVersion(string name, bool isNew) =>
        Assert.That(RevisionNames.IsOf(name, Slot.Green, ImageTag.Parse("v1.2.3")), Is.EqualTo(isNew));

    [Test]
    public void Weight_OfASite_IsTheConfirmedOne()
    {
        var story = Watched.Baking().Then(new TrafficReadBack("web", Weights.Of(("web", 90), ("web/green", 10))));
        var board = ReleaseBoard.Of(story.Records);

        Assert.That(board.WeightOf(board.Services[0]), Is.EqualTo(10));
        Assert.That(board.Services[0].NewWeight, Is.Null);
    }

    private static string[] Picture(ReleaseStory story, int seconds) =>
    [
        .. BoardPicture.Of(ReleaseBoard.Of(story.Records), story.Standing.LastAt.AddSeconds(seconds), Screen).Select(Text),
    ];

    private static string Text(StyledLine line) => string.Concat(line.Pieces.Select(piece => piece.Text));
}
