using System.Collections.Immutable;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Domain.Rollouts;

/// <summary>Where a release stands: the last thing that is known to be done. Its one success event is what it waits for.</summary>
public abstract record RolloutState
{
    private protected RolloutState(RolloutCourse course) => Course = course;

    public RolloutCourse Course { get; }

    /// <summary>As in "a release that is ...".</summary>
    public abstract string Words { get; }

    /// <summary>From entering the state to <see cref="DeadlinePassed"/>; null only where the release has ended.</summary>
    public abstract TimeSpan? Deadline { get; }

    /// <summary>What the release comes to at the deadline, as in <see cref="Words"/>; null only where it has ended.</summary>
    public string? Exit => Take(new DeadlinePassed())?.Words;

    /// <summary>Whether what runs may have been changed, so that leaving means going back.</summary>
    public abstract bool Touched { get; }

    /// <summary>The kinds of events that the state takes, in a stable order.</summary>
    public ImmutableArray<string> Expected => [.. Transitions.Select(transition => transition.Kind)];

    private protected abstract IEnumerable<Transition> Transitions { get; }

    /// <summary>Percent of the service's traffic that is confirmed to be on its new version; the old one has the rest.</summary>
    /// <exception cref="ArgumentException">The group has no such service.</exception>
    public virtual int NewWeight(string service) => Course.Weight(service, 0, 0);

    public static RolloutState Begin(RolloutCourse course) => new Planned(course);

    /// <summary>Of a release that others carried out: all that is left to do with it is to undo it.</summary>
    public static RolloutState Adopt(RolloutCourse course) => new Settled(course);

    /// <exception cref="UnexpectedEventException">The state does not expect the event.</exception>
    public static RolloutState Next(RolloutState state, RolloutEvent happened) =>
        state.Take(happened) ?? throw new UnexpectedEventException(state, happened);

    public sealed override string ToString() => Words;

    /// <summary>Null where the state does not expect the event.</summary>
    internal RolloutState? Take(RolloutEvent happened) =>
        Transitions.Select(transition => transition.Take(happened)).FirstOrDefault(next => next is not null);

    private protected RolloutState Leave(string reason) =>
        Touched ? new RollingBack(this, reason, returned: 0) : new Aborted(Course, reason);

    private protected RolloutState Hold(HoldReason reason) => new Held(reason, then: this);

    /// <summary>What ends or goes back from any state in which the release goes forward.</summary>
    private protected IEnumerable<Transition> WaysOut =>
    [
        Transition.On<WorkFailed>(failed => Leave(failed.What)),
        Transition.On<DeadlinePassed>(_ => Leave($"no end of '{Words}' in time")),
        .. WaysOutByHand,
        Transition.On<Paused>(paused => Hold(new PausedByHand(paused.By, paused.Why))),
        Transition.On<Interrupted>(_ => Hold(new InterruptedRun())),
    ];

    private protected IEnumerable<Transition> WaysOutByHand =>
    [
        Transition.On<AbortRequested>(asked => Leave($"aborted by {asked.By}: {asked.Why}")),
        Transition.On<RollBackRequested>(asked => Leave($"asked for by {asked.By}: {asked.Why}")),
    ];

    /// <summary>Gates run from the first moment in which there is something to measure, whatever else is waited for.</summary>
    private protected Transition Breach => Transition.On<GateFailed>(failed => Leave(failed.Message));

    private protected Transition Foreign =>
        Transition.On<TrafficChangedByOthers>(changed => Hold(new ForeignTraffic(changed.What)));

    private protected Transition NoEvidence => Transition.On<EvidenceMissing>(missing => Hold(new LacksEvidence(missing.What)));

    /// <summary>Nothing is in traffic yet, which is a safe state: wait there.</summary>
    private protected Transition FreezeHolds => Transition.On<FreezeMet>(met => Hold(new WaitsForFreeze(met.Freeze)));

    /// <summary>Between two versions is no place to be frozen in: all back.</summary>
    private protected Transition FreezeReturns =>
        Transition.On<FreezeMet>(met => Leave($"the release cannot end before the freeze '{met.Freeze}'"));

    private protected RolloutState EnterStep(int step)
    {
        var shifting = new Shifting(Course, step, moved: 0);
        return Course.Steps[step].NeedsApproval
            ? new Held(new AwaitsApproval($"the step of {Course.Steps[step].Weight} %"), then: shifting)
            : shifting;
    }
}
