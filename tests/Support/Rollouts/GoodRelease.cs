using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Tests.Support.Rollouts;

/// <summary>The states of a release in which nothing goes wrong, in their order; approvals are given.</summary>
public static class GoodRelease
{
    public static IEnumerable<RolloutState> Of(RolloutCourse course)
    {
        var state = RolloutState.Begin(course);
        yield return state;
        while (Next(state) is { } happened)
            yield return state = RolloutState.Next(state, happened);
    }

    private static RolloutEvent? Next(RolloutState state) => state switch
    {
        Planned => new PreflightPassed(),
        Preflight { Course.Migrates: true } => new BackupTaken(),
        BackedUp => new MigrationDone(),
        Preflight or Migrated => state.Course.SideBySide ? new NewVersionReady() : new StepBegan(),
        DeployedAtZero => new SmokePassed(),
        Smoked => state.Course.Drills ? new DrillBegan() : new StepBegan(),
        Drilling => new DrillReturned(TimeSpan.FromSeconds(3)),
        Drilled => new StepBegan(),
        Held { Reason: AwaitsApproval } => new Approved("lead"),
        Shifting shifting => new ServiceMoved(shifting.Service),
        Baking => new GatesPassed(),
        Complete => new WatchBegan(),
        Watching => new WatchPassed(),
        Settled => null,
        var other => throw new InvalidOperationException($"A good release is never {other}."),
    };
}
