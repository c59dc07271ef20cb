using ReleaseInfra.Cli.Rehearse;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Rollouts.States;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Journals;

namespace ReleaseInfra.Release.Tests.Rehearse;

internal sealed class RehearsalTempoTests
{
    private static readonly RolloutSettings Policy = SettingsFixtures.Production.Rollout with
    {
        Bake = TimeSpan.FromMinutes(5),
        Evidence = new EvidenceFloor(Samples: 5, Requests: 100),
    };

    [Test]
    public void For_BakeWithLittleTraffic_GivesEachStepItsEvidence()
    {
        var baking = (Baking)ReleaseStory.Of(Beginnings.Web)
            .Then(new PreflightPassed())
            .Then(new Domain.Journal.Entries.WorkBegan(new Domain.Journal.Works.Deployment("web")))
            .Then(new NewVersionReady())
            .Then(new SmokePassed())
            .Then(new StepBegan())
            .ThenMoved("web", 10)
            .Standing.State;

        var speed = new RehearsalTempo(Policy, PerSecond: 300, Fixed: null).For(baking);

        // As many as the policy asks for, of a tenth of the requests, well before the bake's deadline.
        var deadline = baking.Deadline!.Value;
        var toNew = 300 * 0.1 * (deadline.TotalSeconds / speed);
        Assert.That(toNew, Is.GreaterThanOrEqualTo(1.5 * 5 * 100).And.LessThan(4 * 5 * 100));
    }

    [Test]
    public void For_AWatch_IsTheHighest() => Assert.That(
        new RehearsalTempo(Policy, 10_000, null).For(ReleaseStory.Completed().Then(new WatchBegan()).Standing.State),
        Is.EqualTo(RehearsalTempo.Highest));

    [Test]
    public void For_AWayBack_IsTheMachines() => Assert.That(
        new RehearsalTempo(Policy, 300, null).For(RollingBackOf("web")), Is.EqualTo(1));

    [Test]
    public void For_AFixedSpeed_IsThatWhereverTheReleaseStands() => Assert.That(
        new RehearsalTempo(Policy, 300, Fixed: 7).For(RollingBackOf("web")), Is.EqualTo(7));

    [Test]
    public void For_HardlyAnyTraffic_IsNeverSlowerThanTheMachine() => Assert.That(
        new RehearsalTempo(Policy, 0.1, null).For(ReleaseStory.Completed().Standing.State), Is.GreaterThanOrEqualTo(1));

    private static RolloutState RollingBackOf(string service) => ReleaseStory.Of(Beginnings.Web)
        .Then(new PreflightPassed())
        .Then(new Domain.Journal.Entries.WorkBegan(new Domain.Journal.Works.Deployment(service)))
        .Then(new NewVersionReady())
        .Then(new GateFailed("bad"))
        .Standing.State;
}
