using ReleaseInfra.Domain.Plans;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Rollouts.States;
using ReleaseInfra.Tests.Support.Rollouts;

namespace ReleaseInfra.Domain.Tests.Plans;

public sealed class RemainingTimeTests
{
    /// <summary>Each of another length, so that no two can stand for each other.</summary>
    private static readonly PredictedDurations Durations = new()
    {
        Preflight = TimeSpan.FromSeconds(1),
        Backup = TimeSpan.FromSeconds(10),
        Migration = TimeSpan.FromSeconds(100),
        Deploy = TimeSpan.FromSeconds(1_000),
        Smoke = TimeSpan.FromSeconds(10_000),
        Shift = TimeSpan.FromSeconds(100_000),
        Evidence = TimeSpan.FromSeconds(1_000_000),
        Return = TimeSpan.FromSeconds(10_000_000),
    };

    private static readonly TestCaseData[] All =
    [
        .. (from course in Courses.All
            from migrates in new[] { false, true }
            from drills in new[] { false, true }
            select course with { Migrates = migrates, Drills = drills }).Distinct().Select(Case),
    ];

    [TestCaseSource(nameof(All))]
    public void Of_APlannedRelease_IsWhatItsPlanPredicts(RolloutCourse course)
    {
        var request = PlanRequests.Production with { Course = course, Versions = [.. course.Members.Select(Version)], Durations = Durations };

        Assert.That(RemainingTime.Of(RolloutState.Begin(course), TimeSpan.Zero, Durations), Is.EqualTo(Planner.Plan(request).Duration));
    }

    [TestCaseSource(nameof(All))]
    public void Of_EachState_NeverRisesOnTheWay_AndIsNothingAfterTheLastBake(RolloutCourse course)
    {
        var states = GoodRelease.Of(course).ToArray();
        var left = states.Select(state => RemainingTime.Of(state, TimeSpan.Zero, Durations)).ToArray();

        Assert.That(left, Is.Ordered.Descending);
        Assert.That(
            states.Zip(left).Where(pair => pair.First is Complete or Watching or Settled).Select(pair => pair.Second),
            Is.EqualTo(new[] { TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero }));
    }

    // What is spent in a state is never taken off what comes after it.
    [TestCaseSource(nameof(All))]
    public void Of_AStateInWhichMoreTimeWasSpentThanPredicted_IsWhatComesAfter(RolloutCourse course)
    {
        var states = GoodRelease.Of(course).Where(state => state is not Held).ToArray();
        var differences =
            from pair in states.Zip(states.Skip(1))
            // A step counts as a whole as long as it shifts: there is no telling a service's part of it.
            where pair is not { First: Shifting, Second: Shifting or Baking }
            where RemainingTime.Of(pair.First, TimeSpan.MaxValue, Durations) != RemainingTime.Of(pair.Second, TimeSpan.Zero, Durations)
            select pair;

        Assert.That(differences, Is.Empty);
    }

    [TestCase(0, 1_000_000)]
    [TestCase(400_000, 600_000)]
    [TestCase(1_000_000, 0)]
    [TestCase(1_000_001, 0)]
    public void Of_ABake_IsWhatIsLeftOfIt(int spent, int left) => Assert.That(
        RemainingTime.Of(Reach<Baking>(Courses.BlueGreen), TimeSpan.FromSeconds(spent), Durations), Is.EqualTo(TimeSpan.FromSeconds(left)));

    [Test]
    public void Of_AHeldRelease_IsThatOfTheStateItGoesOnIn_HoweverLongItIsHeld()
    {
        var baking = Reach<Baking>(Courses.Canary(10, 100));
        var held = RolloutState.Next(baking, new EvidenceMissing("no metrics"));

        Assert.That(
            RemainingTime.Of(held, TimeSpan.FromHours(1), Durations), Is.EqualTo(RemainingTime.Of(baking, TimeSpan.Zero, Durations)));
    }

    [Test]
    public void Of_AReleaseThatGoesBack_IsNothing()
    {
        var back = RolloutState.Next(Reach<Baking>(Courses.Canary(10, 100)), new GateFailed("6 % of 5 %"));

        Assert.That(RemainingTime.Of(back, TimeSpan.Zero, Durations), Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public void StepOf_CountsTheServicesThatMoveInIt()
    {
        var course = new RolloutCourse([Courses.Worker, Courses.Api, Courses.Web], new Canary(Courses.Bake), Courses.Deadlines);

        Assert.That(
            Enumerable.Range(0, 4).Select(step => Durations.StepOf(course, step).TotalSeconds),
            Is.EqualTo(new[] { 1_200_000, 1_200_000, 1_200_000, 1_300_000 }));
    }

    [Test]
    public void StepOf_ReplacingInPlace_IsADeployment() =>
        Assert.That(Durations.StepOf(Courses.Rolling, 0).TotalSeconds, Is.EqualTo(1_001_000));

    [TestCase(299, 300, Description = "The bake, where gates have their evidence sooner.")]
    [TestCase(301, 301, Description = "The evidence, where the bake is shorter.")]
    public void BakeOf_IsTheLongerOfBakeAndEvidence(int evidence, int expected) => Assert.That(
        (Durations with { Evidence = TimeSpan.FromSeconds(evidence) }).BakeOf(Courses.BlueGreen, 0), Is.EqualTo(TimeSpan.FromSeconds(expected)));

    [Test]
    public void DrillOf_IsThereAndBack()
    {
        var course = new RolloutCourse([Courses.Worker, Courses.Web], new BlueGreen(Courses.Bake), Courses.Deadlines);

        Assert.That(
            (Durations.ReturnOf(course).TotalSeconds, Durations.DrillOf(course).TotalSeconds), Is.EqualTo((20_000_000, 40_000_000)));
    }

    private static T Reach<T>(RolloutCourse course) => GoodRelease.Of(course).OfType<T>().First();

    private static TestCaseData Case(RolloutCourse course) => new TestCaseData(course).SetArgDisplayNames(string.Join(
        ", ",
        [
            string.Join(" and ", course.Members.Select(member => member.Service)),
            string.Join("-", course.Steps.Select(step => step.Weight)),
            .. course.Migrates ? ["migrates"] : Array.Empty<string>(),
            .. course.Drills ? ["drills"] : Array.Empty<string>(),
        ]));

    private static PlannedVersion Version(GroupMember member) =>
        new(member.Service, member.Movement == Movement.Weighed ? Slot.Green : null, ImageTag.Parse("v1.2.2"), ImageTag.Parse("v1.2.3"), 1);
}
