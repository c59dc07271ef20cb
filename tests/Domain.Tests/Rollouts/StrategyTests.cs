using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Rollouts;

namespace ReleaseInfra.Domain.Tests.Rollouts;

public sealed class StrategyTests
{
    private static readonly TimeSpan Bake = TimeSpan.FromMinutes(5);

    [Test]
    public void Canary_ByDefault() =>
        Assert.That(new Canary(Bake).Steps, Is.EqualTo(new[] { 10, 20, 50, 100 }.Select(weight => new TrafficStep(weight, Bake))));

    [Test]
    public void BlueGreen_IsOneStep() => Assert.That(new BlueGreen(Bake).Steps, Is.EqualTo(new[] { new TrafficStep(100, Bake) }));

    [Test]
    public void Of_SeveralSteps_IsACanary() =>
        Assert.That(Strategy.Of(SettingsFixtures.Production.Rollout, [Courses.Worker, Courses.Web]).Steps.Select(step => step.Weight), Is.EqualTo(new[] { 10, 100 }));

    [Test]
    public void Of_OneStep_IsBlueGreen() =>
        Assert.That(Strategy.Of(SettingsFixtures.Production.Rollout with { Steps = [new StepSettings(100)] }, [Courses.Web]), Is.TypeOf<BlueGreen>());

    [Test]
    public void Of_Steps_KeepTheirOwnBakesAndApprovals()
    {
        var settings = SettingsFixtures.Production.Rollout with
        {
            Steps = [new StepSettings(10), new StepSettings(50, TimeSpan.FromMinutes(10), NeedsApproval: true), new StepSettings(100)],
        };

        Assert.That(Strategy.Of(settings, [Courses.Web]).Steps, Is.EqualTo(new[]
        {
            new TrafficStep(10, Bake), new TrafficStep(50, TimeSpan.FromMinutes(10), NeedsApproval: true), new TrafficStep(100, Bake),
        }));
    }

    [Test]
    public void Of_OneStep_KeepsItsBakeAndApproval()
    {
        var settings = SettingsFixtures.Production.Rollout with { Steps = [new StepSettings(100, TimeSpan.FromMinutes(10), NeedsApproval: true)] };

        Assert.That(
            Strategy.Of(settings, [Courses.Web]).Steps,
            Is.EqualTo(new[] { new TrafficStep(100, TimeSpan.FromMinutes(10), NeedsApproval: true) }));
        Assert.That(Strategy.Of(settings, [Courses.Worker]).Steps, Is.EqualTo(new[] { new TrafficStep(100, TimeSpan.FromMinutes(10)) }));
    }

    [Test]
    public void Of_NothingToWeigh_IsRolling() =>
        Assert.That(Strategy.Of(SettingsFixtures.Production.Rollout, [Courses.Worker]), Is.TypeOf<Rolling>());

    [TestCase(1, 1)]
    [TestCase(60, 5)]
    public void For_AHotfix_ShortensBakesAndNothingElse(int longest, int bake)
    {
        var steps = new Canary([new TrafficStep(10, Bake, NeedsApproval: true), new TrafficStep(100, Bake)]);

        Assert.That(steps.For(new Hotfix("customers cannot pay", TimeSpan.FromMinutes(longest))).Steps, Is.EqualTo(new[]
        {
            new TrafficStep(10, TimeSpan.FromMinutes(bake), NeedsApproval: true), new TrafficStep(100, TimeSpan.FromMinutes(bake)),
        }));
    }

    [Test]
    public void For_AReleaseWithoutHaste_ChangesNothing()
    {
        var steps = new Canary(Bake);

        Assert.That(new[] { steps.For(new RegularRelease()), steps.For(new SecurityRelease("CVE-2026-1")) }, Is.All.SameAs(steps));
    }

    [TestCase("")]
    [TestCase("  ")]
    public void Rejects_HasteWithoutAReason(string reason) => Assert.That(
        () => new SecurityRelease(reason),
        Throws.ArgumentException.With.Message.StartWith("A release that skips freezes needs a reason."));

    [TestCase(new[] { 10, 50 }, "The last step must be 100: the new version would never get all traffic.")]
    [TestCase(new int[0], "The last step must be 100: the new version would never get all traffic.")]
    [TestCase(new[] { 50, 20, 100 }, "The step 20 comes after 50: weights rise from step to step.")]
    [TestCase(new[] { 0, 100 }, "The step 0 comes after 0: weights rise from step to step.")]
    [TestCase(new[] { 100, 100 }, "The step 100 comes after 100: weights rise from step to step.")]
    public void Rejects_WeightsThatDoNotRiseToAll(int[] weights, string message) => Assert.That(
        () => new Canary([.. weights.Select(weight => new TrafficStep(weight, Bake))]),
        Throws.ArgumentException.With.Message.StartWith(message));

    [Test]
    public void Rejects_AGroupThatItsStrategyDoesNotFit()
    {
        Assert.That(
            () => new RolloutCourse([Courses.Worker, Courses.Web], new Rolling(Bake), Courses.Deadlines),
            Throws.ArgumentException.With.Message.StartWith("A group with a service that can be weighed is released blue/green or as a canary, not rolling."));
        Assert.That(
            () => new RolloutCourse([Courses.Worker], new BlueGreen(Bake), Courses.Deadlines),
            Throws.ArgumentException.With.Message.StartWith("A group in which nothing can be weighed is released rolling."));
    }

    [Test]
    public void Rejects_AGroupWithoutServices_OrWithOneTwice()
    {
        Assert.That(
            () => new RolloutCourse([], new BlueGreen(Bake), Courses.Deadlines),
            Throws.ArgumentException.With.Message.StartWith("A release group has at least one service."));
        Assert.That(
            () => new RolloutCourse([Courses.Web, Courses.Web], new BlueGreen(Bake), Courses.Deadlines),
            Throws.ArgumentException.With.Message.StartWith("A service stands in a release group once."));
    }

    [Test]
    public void Deadlines_FollowTheSettings()
    {
        var deadlines = CourseDeadlines.Of(SettingsFixtures.Production.Rollout, SettingsFixtures.Migration with { Retries = 1 });

        Assert.That(
            new[] { deadlines.Health, deadlines.Smoke, deadlines.Metrics, deadlines.RollBack, deadlines.Watch, deadlines.Migration },
            Is.EqualTo(new[] { 1, 5, 15, 5, 60, 62 }.Select(minutes => TimeSpan.FromMinutes(minutes))));
    }
}
