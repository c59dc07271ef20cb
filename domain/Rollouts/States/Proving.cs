using ReleaseInfra.Domain.Rollouts.Events;

namespace ReleaseInfra.Domain.Rollouts.States;

/// <summary>The new version runs beside the old one, without traffic; waits for health and smoke tests.</summary>
public sealed record DeployedAtZero : RolloutState
{
    internal DeployedAtZero(RolloutCourse course)
        : base(course)
    {
    }

    public override string Words => "deployed at 0 %";

    public override TimeSpan? Deadline => Course.Deadlines.Health + Course.Deadlines.Smoke;

    public override bool Touched => true;

    private protected override IEnumerable<Transition> Transitions =>
        [Transition.On<SmokePassed>(_ => new Smoked(Course)), Breach, NoEvidence, Foreign, FreezeHolds, .. WaysOut];
}

/// <summary>Waits for the drill, or for the first step.</summary>
public sealed record Smoked : RolloutState
{
    internal Smoked(RolloutCourse course)
        : base(course)
    {
    }

    public override string Words => "smoke-tested";

    public override TimeSpan? Deadline => Course.Deadlines.Proof;

    public override bool Touched => true;

    private protected override IEnumerable<Transition> Transitions =>
    [
        Course.Drills ? Transition.On<DrillBegan>(_ => new Drilling(Course)) : Transition.On<StepBegan>(_ => EnterStep(0)),
        Breach,
        Foreign,
        FreezeHolds,
        .. WaysOut,
    ];
}

/// <summary>The way back is being walked once, with 1 % of the traffic; waits for its end.</summary>
public sealed record Drilling : RolloutState
{
    internal Drilling(RolloutCourse course)
        : base(course)
    {
    }

    public override string Words => "drilling the rollback";

    // There and back.
    public override TimeSpan? Deadline => 2 * Course.Deadlines.RollBack;

    public override bool Touched => true;

    private protected override IEnumerable<Transition> Transitions =>
        [Transition.On<DrillReturned>(_ => new Drilled(Course)), Breach, NoEvidence, Foreign, FreezeReturns, .. WaysOut];

    public override int NewWeight(string service) => Course.Member(service).Movement == Movement.Weighed ? 1 : 0;
}

/// <summary>Waits for the first step.</summary>
public sealed record Drilled : RolloutState
{
    internal Drilled(RolloutCourse course)
        : base(course)
    {
    }

    public override string Words => "drilled";

    public override TimeSpan? Deadline => Course.Deadlines.Proof;

    public override bool Touched => true;

    private protected override IEnumerable<Transition> Transitions =>
        [Transition.On<StepBegan>(_ => EnterStep(0)), Breach, Foreign, FreezeHolds, .. WaysOut];
}
