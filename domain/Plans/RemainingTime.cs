using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Domain.Plans;

/// <summary>How long a release still takes, as far as can be foreseen: to the end of its last bake.</summary>
public static class RemainingTime
{
    /// <param name="spent">In the state so far. Standing still takes nothing off.</param>
    public static TimeSpan Of(RolloutState state, TimeSpan spent, PredictedDurations durations)
    {
        if (state is Held held)
            return Of(held.Then, TimeSpan.Zero, durations);
        var current = Current(state, durations);
        return (spent < current ? current - spent : TimeSpan.Zero) + After(state, durations);
    }

    private static TimeSpan Current(RolloutState state, PredictedDurations durations) => state switch
    {
        Planned => durations.Preflight,
        Preflight { Course.Migrates: true } => durations.Backup,
        BackedUp => durations.Migration,
        Preflight or Migrated => state.Course.SideBySide ? durations.Deploy : TimeSpan.Zero,
        DeployedAtZero => durations.Smoke,
        Drilling => durations.DrillOf(state.Course),
        Shifting shifting => durations.StepOf(state.Course, shifting.Step),
        Baking baking => durations.BakeOf(state.Course, baking.Step),
        _ => TimeSpan.Zero,
    };

    private static TimeSpan After(RolloutState state, PredictedDurations durations) => state switch
    {
        Planned => (state.Course.Migrates ? durations.Backup + durations.Migration : TimeSpan.Zero) + AfterMigration(state.Course, durations),
        Preflight { Course.Migrates: true } => durations.Migration + AfterMigration(state.Course, durations),
        BackedUp => AfterMigration(state.Course, durations),
        Preflight or Migrated => AfterDeployment(state.Course, durations),
        DeployedAtZero or Smoked => AfterSmoke(state.Course, durations),
        Drilling or Drilled => From(0, state.Course, durations),
        Shifting shifting => From(shifting.Step + 1, state.Course, durations),
        Baking baking => From(baking.Step + 1, state.Course, durations),
        _ => TimeSpan.Zero,
    };

    private static TimeSpan AfterMigration(RolloutCourse course, PredictedDurations durations) =>
        (course.SideBySide ? durations.Deploy : TimeSpan.Zero) + AfterDeployment(course, durations);

    private static TimeSpan AfterDeployment(RolloutCourse course, PredictedDurations durations) =>
        (course.SideBySide ? durations.Smoke : TimeSpan.Zero) + AfterSmoke(course, durations);

    private static TimeSpan AfterSmoke(RolloutCourse course, PredictedDurations durations) =>
        (course is { SideBySide: true, Drills: true } ? durations.DrillOf(course) : TimeSpan.Zero) + From(0, course, durations);

    private static TimeSpan From(int step, RolloutCourse course, PredictedDurations durations) => Enumerable
        .Range(step, course.Steps.Length - step)
        .Aggregate(TimeSpan.Zero, (sum, index) => sum + durations.StepOf(course, index));
}
