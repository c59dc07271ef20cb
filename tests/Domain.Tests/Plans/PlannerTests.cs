using ReleaseInfra.Domain.Freezes;
using ReleaseInfra.Domain.Plans;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Tests.Support.Rollouts;
using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Tests.Plans;

public sealed class PlannerTests
{
    private static readonly ReleasePlan Plan = Planner.Plan(PlanRequests.Production);

    [Test]
    public void Plan_OfACanary_HasItsSteps() => Assert.That(
        Plan.Steps.Select(step => $"{step.Name}, {step.Duration.TotalMinutes}"),
        Is.EqualTo(new[]
        {
            "preflight, 1", "back up, 10", "migrate, 5", "deploy at 0 %, 3", "smoke test, 2", "drill the rollback, 2",
            "10 %, 10", "20 %, 10", "50 %, 10", "100 %, 13", "watch, 60",
        }));

    [Test]
    public void Plan_OfARollingRelease_HasItsSteps()
    {
        var request = PlanRequests.Production with { Course = Courses.Rolling, Versions = [PlanRequests.Production.Versions[0]] };

        Assert.That(
            Planner.Plan(request).Steps.Select(step => $"{step.Name}, {step.Duration.TotalMinutes}"),
            Is.EqualTo(new[] { "preflight, 1", "100 %, 10", "watch, 60" }));
    }

    [Test]
    public void Plan_IsPredicted_WithoutTheWatch() => Assert.That(
        (Plan.Duration, Plan.End, Plan.RollBack),
        Is.EqualTo((TimeSpan.FromMinutes(66), DateTimeOffset.Parse("2026-01-14T09:06Z"), TimeSpan.FromMinutes(1))));

    [Test]
    public void Plan_ThatSeesEnough_HasNoProblems() => Assert.That((Plan.Problems.Length, Plan.Freeze), Is.EqualTo((0, Plan.Freeze as Clear)));

    [Test]
    public void Plan_SaysWhatEachStepSees() => Assert.That(
        Plan.Steps.OfType<WeightStep>().Select(step => step.Evidence.Single().Words),
        Is.EqualTo(new[]
        {
            "'web' at 10 % for 5m: about 600 requests to the new version; a rise of failures from 0.5 % to 5 % is seen with a chance of 99.9 %.",
            "'web' at 20 % for 5m: about 1200 requests to the new version; a rise of failures from 0.5 % to 5 % is seen with a chance of 99.9 %.",
            "'web' at 50 % for 5m: about 3000 requests to the new version; a rise of failures from 0.5 % to 5 % is seen with a chance of 99.9 %.",
            "'web' at 100 % for 5m: about 6000 requests to the new version, judged by the hard limits alone.",
        }));

    // At 10 % for seven minutes, way back included, 4.5 % of a tenth fail beyond what fails anyway; a month's budget is 43.2 minutes.
    [Test]
    public void Plan_SaysWhatEachStepRisks()
    {
        var atRisk = Plan.Steps.OfType<WeightStep>().First().Evidence.Single().AtRisk;

        Assert.That(atRisk.Outage.TotalMinutes, Is.EqualTo(0.045 * 0.1 * 11).Within(1e-9));
        Assert.That(atRisk.OfBudget, Is.EqualTo(0.045 * 0.1 * 11 / 43.2).Within(1e-9));
    }

    [Test]
    public void Plan_OfAnUrgentRelease_BakesShorter_AndIsClearInAFreeze()
    {
        var plan = Planner.Plan(PlanRequests.Production with
        {
            Kind = new Hotfix("customers cannot pay", TimeSpan.FromMinutes(2)),
            Start = DateTimeOffset.Parse("2026-01-14T23:00Z"),
            Durations = new PredictedDurations { Evidence = TimeSpan.FromMinutes(1) },
        });

        Assert.That(plan.Duration, Is.EqualTo(TimeSpan.FromMinutes(46)));
        Assert.That(plan.Course.Steps.Select(step => step.Bake), Is.All.EqualTo(TimeSpan.FromMinutes(2)));
        Assert.That((plan.Course.Migrates, plan.Course.Drills, ((Clear)plan.Freeze).Skipped.Single().Name), Is.EqualTo((true, true, "night")));
    }

    [Test]
    public void Problems_OfAStepThatIsBlind()
    {
        var problem = Planner.Plan(PlanRequests.Production with { Traffic = PlanRequests.Asked(5) }).Problems.First();

        Assert.That(
            (problem.Code, problem.Source.File, problem.Path, problem.Value, problem.Message, problem.Allowed, problem.Remedy),
            Is.EqualTo((
                "RI4001",
                "stacks/environments/production.json",
                "rollout.bake",
                "5m",
                "'web' at 10 % for 5m: about 150 requests to the new version; a rise of failures from 0.5 % to 5 % is seen with a chance of 88.2 %.",
                "a step that sees it with a chance of at least 90 %, with at least 100 requests to each version",
                "Bake for 5m19s, take a weight of 11 % or add 0.4 synthetic requests a second.")));
    }

    [Test]
    public void Problems_OfAFullStepBelowTheFloor()
    {
        var problem = Planner.Plan(PlanRequests.Production with { Traffic = PlanRequests.Asked(0.1) }).Problems.Last();

        Assert.That((problem.Message, problem.Allowed, problem.Remedy), Is.EqualTo((
            "'web' at 100 % for 5m: about 30 requests to the new version, judged by the hard limits alone.",
            "a step with at least 100 requests to the new version",
            "Bake for 16m40s or add 0.3 synthetic requests a second.")));
    }

    [Test]
    public void Problems_OfARegressionToWhatTheOldVersionDoes() => Assert.That(
        Planner.Plan(PlanRequests.Production with { Traffic = PlanRequests.Asked(100, 0.05) }).Problems.Select(problem => problem.Remedy).Distinct(),
        Is.EqualTo(new[] { "State a larger regression: this one cannot be told from what the old version does." }));

    /// <summary>Each remedy alone, carried out, makes the step see.</summary>
    [TestCase(0.5, 0.005, 0.05)]
    [TestCase(3, 0.005, 0.02)]
    [TestCase(20, 0.01, 0.02)]
    [TestCase(0.2, 0.001, 0.2)]
    public void Remedies_Suffice(double rate, double from, double to)
    {
        var request = PlanRequests.Production with { Regression = new StatedRegression(to), Traffic = PlanRequests.Asked(rate, from) };
        var blind = First(request).Blindness!;
        var course = request.Course;

        Assert.That((blind.Bake, blind.RequestsPerSecond), Is.Not.EqualTo(((TimeSpan?)null, (double?)null)));
        Assert.That(First(request with { Course = With(blind.Bake!.Value, 10) }).Blindness, Is.Null);
        Assert.That(First(request with { Traffic = PlanRequests.Asked(rate + blind.RequestsPerSecond!.Value, from) }).Blindness, Is.Null);
        if (blind.Weight is { } weight)
        {
            Assert.That(First(request with { Course = With(Courses.Bake, weight) }).Blindness, Is.Null);
            Assert.That(First(request with { Course = With(Courses.Bake, weight - 1) }).Blindness, Is.Not.Null);
        }

        RolloutCourse With(TimeSpan bake, int first) =>
            new(course.Members, new Canary([new TrafficStep(first, bake), new TrafficStep(100, bake)]), course.Deadlines);
    }

    [Test]
    public void Problems_OfTrafficThatIsNotKnown()
    {
        var problem = Planner.Plan(PlanRequests.Production with { Traffic = ImmutableSortedDictionary<string, ExpectedTraffic>.Empty }).Problems.Single();

        Assert.That((problem.Code, problem.Message, problem.Remedy), Is.EqualTo((
            "RI4002",
            "How many requests 'web' is asked is not known, so nothing says what its steps can see.",
            "State the rate that 'web' expects, or release when its metrics can be read.")));
    }

    [Test]
    public void Problems_OfAWayBackThatIsTooSlow()
    {
        var slow = PlanRequests.Production.Durations with { Return = TimeSpan.FromMinutes(3) };
        var problem = Planner.Plan(PlanRequests.Production with { Durations = slow }).Problems.Single();

        Assert.That((problem.Code, problem.Message, problem.Path), Is.EqualTo((
            "RI4003", "The way back is predicted to take 6m, and its deadline is 5m.", "rollout.deadlines.rollBack")));
    }

    [Test]
    public void Problems_OfAFreezeBeforeTheEnd()
    {
        var problem = Planner.Plan(PlanRequests.Production with { Start = DateTimeOffset.Parse("2026-01-14T18:31Z") }).Problems.Single();

        Assert.That((problem.Code, problem.Message, problem.Remedy), Is.EqualTo((
            "RI4004",
            "The release could take until 2026-01-14 19:38 UTC, way back included, and the freeze 'night' is from 2026-01-14 19:00 to 2026-01-15 06:00 UTC.",
            "Start at 2026-01-15 06:00 UTC, or release it as a hotfix or security fix, with a reason.")));
    }

    [Test]
    public void Problems_OfARegressionTestSharedByAGroup_NeedMoreEvidence()
    {
        var two = PlanRequests.Production with
        {
            Course = new RolloutCourse([Courses.Api, Courses.Web], new Canary(Courses.Bake), Courses.Deadlines),
            Versions = [PlanRequests.Production.Versions[1] with { Service = "api" }, PlanRequests.Production.Versions[1]],
        };

        Assert.That(
            First(two with { Traffic = PlanRequests.Asked(6) }).Chance,
            Is.LessThan(First(PlanRequests.Production with { Traffic = PlanRequests.Asked(6) }).Chance!.Value));
    }

    [Test]
    public void Rejects_VersionsOfOtherServices() => Assert.That(
        () => Planner.Plan(PlanRequests.Production with { Versions = [PlanRequests.Production.Versions[0]] }),
        Throws.ArgumentException.With.Message.StartWith("A plan has one version for each service of its course."));

    private static StepEvidence First(PlanRequest request) => Planner.Plan(request).Steps.OfType<WeightStep>().First().Evidence.First();
}
