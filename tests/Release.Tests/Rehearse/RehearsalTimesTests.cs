using ReleaseInfra.Cli.Rehearse;
using ReleaseInfra.Tests.Support.Journals;

namespace ReleaseInfra.Release.Tests.Rehearse;

internal sealed class RehearsalTimesTests
{
    [Test]
    public void Of_ReleaseThatWentBack_CountsFromTheFirstBadResponseAndFromTheDecision()
    {
        // A minute passes with each entry of the story.
        var story = ReleaseStory.RolledBack();
        var decided = story.Records[^3].At;

        var times = RehearsalTimes.Of([.. story.Records], firstBad: decided - TimeSpan.FromSeconds(90));

        Assert.That(times.ToDecide, Is.EqualTo(TimeSpan.FromSeconds(90)));
        Assert.That(times.ToReturn, Is.EqualTo(TimeSpan.FromMinutes(2)));
    }

    [Test]
    public void Of_GoodRelease_HasNone()
    {
        var times = RehearsalTimes.Of([.. ReleaseStory.Settled().Records], firstBad: null);
        Assert.That((times.ToDecide, times.ToReturn), Is.EqualTo(((TimeSpan?)null, (TimeSpan?)null)));
    }

    [Test]
    public void ToDecide_FirstBadResponseCameAfterTheDecision_IsUnknown()
    {
        var story = ReleaseStory.RolledBack();
        Assert.That(RehearsalTimes.Of([.. story.Records], story.Records[^1].At).ToDecide, Is.Null);
    }
}
