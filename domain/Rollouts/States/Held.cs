using ReleaseInfra.Domain.Rollouts.Events;

namespace ReleaseInfra.Domain.Rollouts.States;

/// <summary>
/// Stands still with its reason. Gates go on: what fails while it waits goes back, and what is inconclusive changes nothing.
/// </summary>
public sealed record Held : RolloutState
{
    internal Held(HoldReason reason, RolloutState then)
        : base(then.Course) => (Reason, Then) = (reason, then);

    public HoldReason Reason { get; }

    /// <summary>Where the release goes on: at the same traffic, and the state's own work is done anew.</summary>
    public RolloutState Then { get; }

    public override string Words => $"held, {Reason.Words}";

    public override TimeSpan? Deadline => Reason is AwaitsApproval ? Course.Deadlines.Approval : Course.Deadlines.Hold;

    // A step that waits for its approval has not written yet, but a step before it may have.
    public override bool Touched => Then.Touched;

    /// <summary>Whether both versions may have traffic: also where a write was begun, of which nobody knows yet.</summary>
    public bool IsBetween => Then switch
    {
        Held held => held.IsBetween,
        Shifting when Reason is not AwaitsApproval => true,
        _ => Course.Members.Any(member => NewWeight(member.Service) is > 0 and < 100),
    };

    private protected override IEnumerable<Transition> Transitions => Reason switch
    {
        AwaitsApproval => [Transition.On<Approved>(_ => Then), .. WhileWaiting],
        RollbackStuck => [Transition.On<Resumed>(_ => Then), .. Retry],
        _ => [Transition.On<Resumed>(_ => Then), .. WhileWaiting],
    };

    private IEnumerable<Transition> WhileWaiting =>
    [
        Transition.On<DeadlinePassed>(_ => Leave($"held too long: {Reason.Words}")),
        .. WaysOutByHand,
        .. Touched ? [Breach] : Array.Empty<Transition>(),
        // Held within a hold: whoever puts the traffic right has not given the approval that was waited for.
        .. Touched && Reason is not ForeignTraffic ? [Foreign] : Array.Empty<Transition>(),
        IsBetween ? FreezeReturns : Transition.On<FreezeMet>(_ => this),
        // Whoever waits may go away: the release stays held.
        Transition.On<Interrupted>(_ => this),
    ];

    // There is nothing behind a rollback to go back to: it is tried until it succeeds.
    private IEnumerable<Transition> Retry =>
    [
        Transition.On<DeadlinePassed>(_ => Then),
        Transition.On<RollBackRequested>(_ => Then),
        Transition.On<Interrupted>(_ => this),
    ];

    public override int NewWeight(string service) => Then.NewWeight(service);
}
