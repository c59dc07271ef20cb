using ReleaseInfra.Domain.Rollouts.Events;

namespace ReleaseInfra.Domain.Rollouts.States;

/// <summary>One write of weights is under way: that of <see cref="Service"/>. The services move one after the other.</summary>
public sealed record Shifting : RolloutState
{
    internal Shifting(RolloutCourse course, int step, int moved)
        : base(course) => (Step, Moved) = (step, moved);

    /// <summary>Index into the course's steps.</summary>
    public int Step { get; }

    /// <summary>How many services have the step's weight already.</summary>
    public int Moved { get; }

    public int Weight => Course.Steps[Step].Weight;

    public string Service => Course.Movers(Step)[Moved].Service;

    public override string Words => $"shifting {Service} to {Weight} %";

    public override TimeSpan? Deadline => (Course.SideBySide ? TimeSpan.Zero : Course.Deadlines.Deploy) + Course.Deadlines.Metrics;

    public override bool Touched => true;

    private protected override IEnumerable<Transition> Transitions =>
    [
        Transition.On<ServiceMoved>(Service, moved => moved.Service, OnMoved),
        Breach,
        NoEvidence,
        Foreign,
        FreezeReturns,
        .. WaysOut,
    ];

    public override int NewWeight(string service) => Course.Weight(service, Step, Moved);

    private RolloutState OnMoved() => Moved + 1 < Course.Movers(Step).Length
        ? new Shifting(Course, Step, Moved + 1)
        : new Baking(Course, Step);
}

/// <summary>Every service has the step's weight; waits for the bake's end and its gates.</summary>
public sealed record Baking : RolloutState
{
    internal Baking(RolloutCourse course, int step)
        : base(course) => Step = step;

    /// <summary>Index into the course's steps.</summary>
    public int Step { get; }

    public int Weight => Course.Steps[Step].Weight;

    public override string Words => $"baking at {Weight} %";

    public override TimeSpan? Deadline => Course.Steps[Step].Bake + Course.Deadlines.Metrics;

    public override bool Touched => true;

    private bool IsLast => Step == Course.LastStep;

    private protected override IEnumerable<Transition> Transitions =>
    [
        Transition.On<GatesPassed>(_ => IsLast ? new Complete(Course) : EnterStep(Step + 1)),
        Breach,
        NoEvidence,
        Foreign,
        // With all traffic on one version there is nothing half-way that a freeze could catch.
        .. IsLast ? Array.Empty<Transition>() : [FreezeReturns],
        .. WaysOut,
    ];

    public override int NewWeight(string service) => Course.Weight(service, Step, Course.Movers(Step).Length);
}
