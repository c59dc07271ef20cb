using ReleaseInfra.Domain.Rollouts.Events;

namespace ReleaseInfra.Domain.Rollouts.States;

/// <summary>
/// Gives every service's old version all its traffic, in the reverse order of the group. No steps, no gates, no freeze. A
/// service that had not moved is returned like the others: writing what stands already costs nothing, and a write of which
/// the answer was lost is undone with it.
/// </summary>
public sealed record RollingBack : RolloutState
{
    private const string Verb = "rolling back";

    internal RollingBack(RolloutState from, string reason, int returned)
        : base(from.Course) => (From, Reason, Returned) = (from, reason, returned);

    /// <summary>The state that was left.</summary>
    public RolloutState From { get; }

    public string Reason { get; }

    /// <summary>How many services are back.</summary>
    public int Returned { get; }

    public string Service => Course.Members[Course.Members.Length - 1 - Returned].Service;

    public override string Words => $"{Verb} {Service}";

    public override TimeSpan? Deadline => Course.Deadlines.RollBack;

    public override bool Touched => true;

    private protected override IEnumerable<Transition> Transitions =>
    [
        Transition.On<ServiceReturned>(Service, returned => returned.Service, OnReturned),
        Transition.On<WorkFailed>(failed => Hold(new RollbackStuck(failed.What))),
        Transition.On<DeadlinePassed>(_ => Hold(new RollbackStuck($"not done within {Course.Deadlines.RollBack:c}"))),
        // It stays what is to be done: no one needs to resume it by name.
        Transition.On<Interrupted>(_ => this),
    ];

    /// <param name="words">Of a state.</param>
    internal static bool IsMeantBy(string words) => words.StartsWith($"{Verb} ", StringComparison.Ordinal);

    public override int NewWeight(string service)
    {
        var weight = From.NewWeight(service);
        return Course.Members.TakeLast(Returned).Any(member => member.Service == service) ? 0 : weight;
    }

    private RolloutState OnReturned() => Returned + 1 < Course.Members.Length
        ? new RollingBack(From, Reason, Returned + 1)
        : new RolledBack(Course, Reason);
}

/// <summary>Over: every service's old version has all its traffic.</summary>
public sealed record RolledBack : RolloutState
{
    internal RolledBack(RolloutCourse course, string reason)
        : base(course) => Reason = reason;

    public string Reason { get; }

    public override string Words => "rolled back";

    public override TimeSpan? Deadline => null;

    public override bool Touched => false;

    private protected override IEnumerable<Transition> Transitions => [];
}

/// <summary>Over before anything that runs was changed.</summary>
public sealed record Aborted : RolloutState
{
    internal Aborted(RolloutCourse course, string reason)
        : base(course) => Reason = reason;

    public string Reason { get; }

    public override string Words => "aborted";

    public override TimeSpan? Deadline => null;

    public override bool Touched => false;

    private protected override IEnumerable<Transition> Transitions => [];
}
