using System.Collections.Immutable;
using ReleaseInfra.Domain.Freezes;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Domain.Plans;

/// <summary>Makes the plan: what would be done, what it can see, when it would end, and every problem with it at once.</summary>
public static class Planner
{
    /// <exception cref="ArgumentException">The versions are not those of the course's services, each once.</exception>
    public static ReleasePlan Plan(PlanRequest request)
    {
        CheckVersions(request);
        var course = new RolloutCourse(request.Course.Members, request.Course.Strategy.For(request.Kind), request.Course.Deadlines)
        {
            Migrates = request.Course.Migrates,
            Drills = request.Course.Drills,
        };
        var rollBack = request.Durations.ReturnOf(course);
        ImmutableArray<PlanStep> steps = [.. Before(request, course), .. Weights(request, course, rollBack), Watch(request)];
        var duration = steps.Where(step => step is not WatchStep).Aggregate(TimeSpan.Zero, (sum, step) => sum + step.Duration);
        var freeze = FreezeRule.Start(request.Freezes, new ForwardRun(request.Kind, duration, rollBack), request.Start);
        return new ReleasePlan
        {
            Stack = request.Stack,
            Kind = request.Kind,
            Course = course,
            Versions = request.Versions,
            Steps = steps,
            Hash = PlanHash.Of(request, course),
            Duration = duration,
            End = request.Start + duration,
            RollBack = rollBack,
            Freeze = freeze,
            Problems = Problems(request, course, steps, duration, rollBack, freeze),
        };
    }

    private static IEnumerable<PlanStep> Before(PlanRequest request, RolloutCourse course)
    {
        var durations = request.Durations;
        yield return new WorkStep("preflight", durations.Preflight);
        if (course.Migrates)
        {
            yield return new WorkStep("back up", durations.Backup);
            yield return new WorkStep("migrate", durations.Migration);
        }

        if (!course.SideBySide)
            yield break;
        yield return new WorkStep("deploy at 0 %", durations.Deploy);
        yield return new WorkStep("smoke test", durations.Smoke);
        if (course.Drills)
            yield return new WorkStep("drill the rollback", durations.DrillOf(course));
    }

    private static IEnumerable<PlanStep> Weights(PlanRequest request, RolloutCourse course, TimeSpan rollBack)
    {
        var terms = request.Regressions.SharedBy(Math.Max(1, course.Members.Count(member => member.Movement == Movement.Weighed)));
        for (var index = 0; index < course.Steps.Length; index++)
        {
            var step = course.Steps[index];
            var duration = request.Durations.StepOf(course, index);
            var evidence =
                from member in course.Members
                where member.Movement == Movement.Weighed && request.Traffic.ContainsKey(member.Service)
                let traffic = request.Traffic[member.Service]
                let worse = Math.Max(0, request.Regression.FailureRate - traffic.FailureRate)
                let atRisk = request.Budget.Lose(worse * step.Weight / 100, duration + rollBack)
                let forecast = new EvidenceForecast(member.Service, traffic, request.Regression, terms, request.Rollout.Evidence, index)
                select forecast.Of(step, atRisk);
            yield return new WeightStep($"{step.Weight} %", duration, step.Weight, step.Bake, step.NeedsApproval, [.. evidence]);
        }
    }

    private static WatchStep Watch(PlanRequest request) => new("watch", request.Rollout.Watch);

    private static ImmutableArray<Problem> Problems(
        PlanRequest request,
        RolloutCourse course,
        ImmutableArray<PlanStep> steps,
        TimeSpan duration,
        TimeSpan rollBack,
        FreezeDecision freeze)
    {
        var problems = new ProblemList();
        foreach (var member in course.Members)
        {
            if (member.Movement == Movement.Weighed && !request.Traffic.ContainsKey(member.Service))
                problems.Add(PlanProblems.TrafficUnknown(request.Places.Bake, member.Service));
        }

        foreach (var evidence in steps.OfType<WeightStep>().SelectMany(step => step.Evidence))
        {
            if (evidence.Blindness is { } blindness)
                problems.Add(PlanProblems.StepBlind(request.Places.Bake, evidence, blindness, request.Regression, request.Rollout.Evidence));
        }

        if (rollBack > course.Deadlines.RollBack)
            problems.Add(PlanProblems.RollBackTooSlow(request.Places.RollBackDeadline, rollBack, course.Deadlines.RollBack));
        if (freeze is Frozen frozen)
            problems.Add(PlanProblems.MeetsFreeze(request.Places.Freezes, request.Start + duration + rollBack, frozen));
        return problems.Sorted();
    }

    private static void CheckVersions(PlanRequest request)
    {
        var planned = request.Versions.Select(version => version.Service).Order(StringComparer.Ordinal);
        if (!planned.SequenceEqual(request.Course.Members.Select(member => member.Service).Order(StringComparer.Ordinal)))
            throw new ArgumentException("A plan has one version for each service of its course.", nameof(request));
    }
}
