using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Figures;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Tests.Support.Journals;
using static ReleaseInfra.Tests.Support.Journals.Beginnings;

namespace ReleaseInfra.Domain.Tests.Journal;

public sealed class FiguresTests
{
    private static readonly (DateTimeOffset From, DateTimeOffset To) TenDays = (Noon.AddDays(-5), Noon.AddDays(5));

    [Test]
    public void Of_NoRelease_HasNoFigure()
    {
        var figures = Of();

        Assert.That(figures.DeploymentsPerDay, Is.EqualTo(new NoFigure<double>("no release began or was complete")));
        Assert.That(figures.LeadTime, Is.EqualTo(new NoFigure<TimeSpan>("no release was complete of which the commit's time is known")));
        Assert.That(figures.ChangeFailureRate, Is.EqualTo(new NoFigure<double>("no release ended that had had traffic")));
        Assert.That(figures.TimeToRestore, Is.EqualTo(new NoFigure<TimeSpan>("no release was rolled back that had had traffic")));
    }

    [Test]
    public void Of_ReleasesOutsideTheWindow_HasNoFigure() =>
        Assert.That(Of(ReleaseStory.Settled(Noon.AddDays(6))).DeploymentsPerDay, Is.TypeOf<NoFigure<double>>());

    [Test]
    public void Of_GoodAndBadReleases()
    {
        var figures = Of(
            ReleaseStory.Settled(),
            ReleaseStory.Settled(Noon.AddHours(4)),
            ReleaseStory.RolledBack(Noon.AddDays(1)),
            ReleaseStory.Of(Web, Noon.AddDays(2)).Then(new AbortRequested("ann", "wrong tag")));

        Assert.That(figures.DeploymentsPerDay, Is.EqualTo(new KnownFigure<double>(0.2, 4)));
        // Both were complete 11 minutes after they began, committed 3 hours before noon.
        Assert.That(figures.LeadTime, Is.EqualTo(new KnownFigure<TimeSpan>(new TimeSpan(5, 11, 0), 2)));
        Assert.That(figures.ChangeFailureRate, Is.EqualTo(new KnownFigure<double>(1 / 3.0, 3)));
        Assert.That(figures.TimeToRestore, Is.EqualTo(new KnownFigure<TimeSpan>(TimeSpan.FromMinutes(2), 1)));
    }

    [Test]
    public void Of_ReleasesOfWhichNoneWasComplete_IsZeroADay() =>
        Assert.That(Of(ReleaseStory.RolledBack()).DeploymentsPerDay, Is.EqualTo(new KnownFigure<double>(0, 1)));

    [Test]
    public void Of_AReleaseWithoutACommit_HasNoLeadTime() =>
        Assert.That(
            Of(ReleaseStory.Of(Group).Then(new AbortRequested("ann", "wrong tag"))).LeadTime,
            Is.TypeOf<NoFigure<TimeSpan>>());

    [Test]
    public void Of_AReleaseThatIsUndoneLater_CountsAsFailed()
    {
        var story = ReleaseStory.Settled()
            .Then(new RollBackRequested("ann", "complaints"), after: TimeSpan.FromHours(20))
            .Then(new WorkBegan(new WeightChange("web", 0)))
            .Then(new ServiceReturned("web"));

        var figures = Of(story);

        Assert.That(figures.ChangeFailureRate, Is.EqualTo(new KnownFigure<double>(1, 1)));
        Assert.That(figures.TimeToRestore, Is.EqualTo(new KnownFigure<TimeSpan>(TimeSpan.FromMinutes(2), 1)));
        Assert.That(figures.DeploymentsPerDay, Is.EqualTo(new KnownFigure<double>(0.1, 1)));
    }

    [Test]
    public void Of_AReleaseThatTurnedBackBeforeTraffic_IsNoFailure()
    {
        var story = ReleaseStory.Of(Web)
            .Then(new PreflightPassed())
            .Then(new WorkFailed("the image cannot be pulled"))
            .Then(new WorkBegan(new WeightChange("web", 0)))
            .Then(new ServiceReturned("web"));

        Assert.That(Of(story).ChangeFailureRate, Is.TypeOf<NoFigure<double>>());
        Assert.That(Of(story).TimeToRestore, Is.TypeOf<NoFigure<TimeSpan>>());
    }

    [Test]
    public void Rejects_WindowThatEndsBeforeItBegins() => Assert.That(
        () => DeliveryFigures.Of([], Noon, Noon),
        Throws.ArgumentException.With.Message.StartsWith("The window ends before it begins."));

    [Test]
    public void Times_AreActiveOrWaiting()
    {
        var story = ReleaseStory.Of(Web)
            .Then(new PreflightPassed(), after: TimeSpan.FromMinutes(2))
            .Then(new Paused("ann", "lunch"), after: TimeSpan.FromMinutes(3))
            .Then(new Resumed("ann"), after: TimeSpan.FromMinutes(40))
            .Then(new NoteWritten("ann", "on we go"), after: TimeSpan.FromMinutes(5))
            .ThenTakenOver(TimeSpan.FromMinutes(60))
            .Then(new NoteWritten("bob", "a clock was put back"), after: TimeSpan.FromMinutes(-90))
            .Then(new AbortRequested("bob", "wrong tag"), after: TimeSpan.FromMinutes(1))
            .Then(new WorkBegan(new WeightChange("web", 0)), after: TimeSpan.Zero)
            .Then(new ServiceReturned("web"), after: TimeSpan.FromMinutes(4))
            .Then(new NoteWritten("bob", "written down a day later"), after: TimeSpan.FromDays(1));

        var times = ReleaseSummary.Of(story.Records).Times;

        Assert.That(times.Active, Is.EqualTo(TimeSpan.FromMinutes(2 + 3 + 5 + 1 + 4)));
        Assert.That(times.Waiting, Is.EqualTo(TimeSpan.FromMinutes(40 + 60)));
        Assert.That(times.Total, Is.EqualTo(TimeSpan.FromMinutes(115)));
    }

    private static DeliveryFigures Of(params ReleaseStory[] releases) =>
        DeliveryFigures.Of(releases.Select(story => ReleaseSummary.Of(story.Records)), TenDays.From, TenDays.To);
}
