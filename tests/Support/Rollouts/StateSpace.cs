using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Tests.Support.Rollouts;

/// <summary>Every state that a course can come to, and every step between two of them.</summary>
public sealed class StateSpace
{
    private readonly HashSet<RolloutState> _states = [];

    private StateSpace(RolloutCourse course) => Events =
    [
        new PreflightPassed(),
        new BackupTaken(),
        new MigrationDone(),
        new NewVersionReady(),
        new SmokePassed(),
        new DrillBegan(),
        new DrillReturned(TimeSpan.FromSeconds(3)),
        new StepBegan(),
        new GatesPassed(),
        new WatchBegan(),
        new WatchPassed(),
        new WorkFailed("it broke"),
        new GateFailed("6 % of 5 %"),
        new EvidenceMissing("no metrics"),
        new FreezeMet("night"),
        new TrafficChangedByOthers("web 50 %"),
        new ApprovalMissing(),
        new DeadlinePassed(),
        new Interrupted(),
        new Paused("ada", "lunch"),
        new Resumed("ada"),
        new Approved("lead"),
        new AbortRequested("ada", "wrong tag"),
        new RollBackRequested("ada", "complaints"),
        .. course.Members.Select(member => new ServiceMoved(member.Service)),
        .. course.Members.Select(member => new ServiceReturned(member.Service)),
    ];

    public IReadOnlyList<RolloutEvent> Events { get; }

    public IReadOnlyCollection<RolloutState> States => _states;

    public List<Edge> Edges { get; } = [];

    public static StateSpace Of(RolloutCourse course)
    {
        var space = new StateSpace(course);
        var waiting = new Queue<RolloutState>([RolloutState.Begin(course)]);
        while (waiting.TryDequeue(out var state))
        {
            if (!space._states.Add(state))
                continue;
            foreach (var happened in space.Events)
            {
                if (state.Take(happened) is not { } next)
                    continue;
                space.Edges.Add(new Edge(state, happened, next));
                waiting.Enqueue(next);
            }
        }

        return space;
    }

    public static bool HasEnded(RolloutState state) => state is Settled or RolledBack or Aborted;

    public sealed record Edge(RolloutState From, RolloutEvent Happened, RolloutState To);
}
