using ReleaseInfra.Domain.Rollouts.Events;

namespace ReleaseInfra.Domain.Rollouts.States;

/// <summary>The new version has all traffic and passed its gates; waits for the watch to begin.</summary>
public sealed record Complete : RolloutState
{
    internal Complete(RolloutCourse course)
        : base(course)
    {
    }

    public override string Words => "complete";

    public override TimeSpan? Deadline => Course.Deadlines.Proof;

    public override bool Touched => true;

    private protected override IEnumerable<Transition> Transitions =>
        [Transition.On<WatchBegan>(_ => new Watching(Course)), Breach, Foreign, .. WaysOut];

    public override int NewWeight(string service) => Course.Weight(service, Course.LastStep, Course.Members.Length);
}

/// <summary>Under stricter limits than the steps; waits for the watch's end.</summary>
public sealed record Watching : RolloutState
{
    internal Watching(RolloutCourse course)
        : base(course)
    {
    }

    public override string Words => "watching";

    public override TimeSpan? Deadline => Course.Deadlines.Watch + Course.Deadlines.Metrics;

    public override bool Touched => true;

    private protected override IEnumerable<Transition> Transitions =>
        [Transition.On<WatchPassed>(_ => new Settled(Course)), Breach, NoEvidence, Foreign, .. WaysOut];

    public override int NewWeight(string service) => Course.Weight(service, Course.LastStep, Course.Members.Length);
}

/// <summary>Over, and still to be undone by hand for as long as the old version is kept.</summary>
public sealed record Settled : RolloutState
{
    internal Settled(RolloutCourse course)
        : base(course)
    {
    }

    public override string Words => "settled";

    public override TimeSpan? Deadline => null;

    public override bool Touched => true;

    private protected override IEnumerable<Transition> Transitions =>
        [Transition.On<RollBackRequested>(asked => Leave($"asked for by {asked.By}: {asked.Why}"))];

    public override int NewWeight(string service) => Course.Weight(service, Course.LastStep, Course.Members.Length);
}
