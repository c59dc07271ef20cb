using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Rollouts.States;
using ReleaseInfra.Tests.Support.Rollouts;

namespace ReleaseInfra.Domain.Tests.Rollouts;

/// <summary>What holds in every state that can be reached, of every kind of course.</summary>
public sealed class ModelTests
{
    private static readonly Lazy<StateSpace[]> Spaces = new(() => [.. Courses.All.Select(StateSpace.Of)]);

    private static IEnumerable<RolloutState> States => Spaces.Value.SelectMany(space => space.States);

    private static IEnumerable<StateSpace.Edge> Edges => Spaces.Value.SelectMany(space => space.Edges);

    [Test]
    public void Walk_ReachesEveryKindOfState()
    {
        var kinds = typeof(RolloutState).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RolloutState)));

        Assert.That(States.Select(state => state.GetType()).Distinct(), Is.EquivalentTo(kinds));
    }

    [Test]
    public void Walk_TakesEveryKindOfEvent()
    {
        var kinds = typeof(RolloutEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RolloutEvent)) && !type.IsAbstract);

        Assert.That(Edges.Select(edge => edge.Happened.GetType()).Distinct(), Is.EquivalentTo(kinds));
    }

    [Test]
    public void Walk_ReachesEveryReasonToHold()
    {
        var kinds = typeof(HoldReason).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(HoldReason)));

        Assert.That(States.OfType<Held>().Select(held => held.Reason.GetType()).Distinct(), Is.EquivalentTo(kinds));
    }

    [Test]
    public void Expected_IsWhatTheStateTakes() => Assert.That(
        from space in Spaces.Value
        from state in space.States
        let taken = space.Events.Count(happened => state.Take(happened) is not null)
        where taken != state.Expected.Distinct().Count() || taken != state.Expected.Length
        select $"{state.Words}: {string.Join(", ", state.Expected)}",
        Is.Empty);

    [Test]
    public void Deadline_IsPositive_UntilTheReleaseHasEnded() => Assert.That(
        States.Where(state => StateSpace.HasEnded(state) ? state.Deadline is not null : state.Deadline is not { } deadline || deadline <= TimeSpan.Zero),
        Is.Empty);

    // The way back needs its own work to succeed; nothing else may be needed but time.
    [Test]
    public void Deadlines_AloneLeadToAnEnd() => Assert.That(States.Where(state => !Ends(state)).Select(state => state.Words), Is.Empty);

    [Test]
    public void Words_OfStatesThatWait_DifferFromThoseOfTheirSuccess() => Assert.That(
        Edges.Where(edge => edge.Happened is StepBegan or ServiceMoved or GatesPassed or ServiceReturned && edge.From.Words == edge.To.Words),
        Is.Empty);

    [Test]
    public void RollBack_IsReachableFromEveryStateThatMayHaveChangedWhatRuns() => Assert.That(
        States.Where(state => state.Touched
            && state is not RollingBack
            && RolloutState.Next(state, new RollBackRequested("ada", "complaints")) is not RollingBack),
        Is.Empty);

    [Test]
    public void Touched_IsEveryStateWithTrafficOnTheNewVersion() =>
        Assert.That(States.Where(state => Weights(state).Any(weight => weight > 0) && !state.Touched), Is.Empty);

    [Test]
    public void RollingBack_ReturnsEveryServiceOnceInReverseOrder() => Assert.That(
        States.OfType<RollingBack>().Where(state => state.Returned == 0 && !ReturnsInReverse(state)),
        Is.Empty);

    [Test]
    public void Failure_OfAGateGoesBack_FromEveryStateThatMayMeasure() => Assert.That(
        Edges.Where(edge => edge.Happened is GateFailed && edge.To is not RollingBack),
        Is.Empty);

    [Test]
    public void Failure_OfAGateIsExpected_WhereverTrafficIsOnTheNewVersion() => Assert.That(
        States.Where(state => Weights(state).Any(weight => weight > 0)
            && state is not (RollingBack or Settled or Held { Reason: RollbackStuck })
            && state.Take(new GateFailed("6 % of 5 %")) is null),
        Is.Empty);

    [Test]
    public void Weights_AreFromNothingToAll() =>
        Assert.That(States.SelectMany(Weights), Is.All.InRange(0, 100));

    [Test]
    public void Weights_NeverFallGoingForward() => Assert.That(
        from edge in Edges
        where !GoesBack(edge.To) && edge is not { From: Drilling, To: Drilled }
        where Weights(edge.From).Zip(Weights(edge.To)).Any(pair => pair.Second < pair.First)
        select $"{edge.From.Words} -> {edge.To.Words}",
        Is.Empty);

    [Test]
    public void Weights_NeverRiseGoingBack() => Assert.That(
        from edge in Edges
        where GoesBack(edge.To)
        where Weights(edge.From).Zip(Weights(edge.To)).Any(pair => pair.Second > pair.First)
        select $"{edge.From.Words} -> {edge.To.Words}",
        Is.Empty);

    [Test]
    public void Weights_ChangeForOneServiceAtATime_OrBack() => Assert.That(
        from edge in Edges
        where edge.From is not (Drilling or Smoked) && !GoesBack(edge.To)
        where Weights(edge.From).Zip(Weights(edge.To)).Count(pair => pair.Second != pair.First) > 1
        select $"{edge.From.Words} -> {edge.To.Words}",
        Is.Empty);

    [Test]
    public void Approvals_CannotBeGoneRound() => Assert.That(
        from edge in Edges
        where edge.To is Shifting { Moved: 0 } shifting && shifting.Course.Steps[shifting.Step].NeedsApproval
        where edge.Happened is not Approved
        // A write that is under way was approved before it began.
        where edge.From is not (Shifting or Held { Then: Shifting, Reason: not AwaitsApproval })
        select $"{edge.From.Words} -> {edge.To.Words}",
        Is.Empty);

    [Test]
    public void Kinds_AreTheEventsOwn() => Assert.That(
        Spaces.Value.SelectMany(space => space.Events).Select(happened => (happened.GetType(), happened.Kind)).Distinct().Select(pair => pair.Kind),
        Is.Unique);

    [Test]
    public void Ends_HaveEveryServiceOnOneVersion() => Assert.That(
        States.Where(state => StateSpace.HasEnded(state) && Weights(state).Any(weight => weight != (state is Settled ? 100 : 0))),
        Is.Empty);

    [Test]
    public void RollingBack_NeverGoesForwardAgain() => Assert.That(
        Edges.Where(edge => GoesBack(edge.From) && !GoesBack(edge.To)),
        Is.Empty);

    [Test]
    public void Freeze_MetBetweenTwoVersions_GoesBack() => Assert.That(
        from edge in Edges
        where edge.Happened is FreezeMet && !GoesBack(edge.To) && Weights(edge.From).Any(weight => weight is > 0 and < 100)
        select edge.From.Words,
        Is.Empty);

    [Test]
    public void Freeze_NeverMeetsARollback() => Assert.That(
        Edges.Where(edge => edge.Happened is FreezeMet && GoesBack(edge.From)),
        Is.Empty);

    private static bool GoesBack(RolloutState state) => state is RollingBack or RolledBack or Aborted or Held { Then: RollingBack };

    private static IEnumerable<int> Weights(RolloutState state) =>
        state.Course.Members.Select(member => state.NewWeight(member.Service));

    private static bool Ends(RolloutState state)
    {
        // No path of deadlines is longer than: held, going back, each service.
        for (var steps = 0; steps < 3 + state.Course.Members.Length && !StateSpace.HasEnded(state); steps++)
        {
            state = state is RollingBack back
                ? RolloutState.Next(state, new ServiceReturned(back.Service))
                : RolloutState.Next(state, new DeadlinePassed());
        }

        return state is RolledBack or Aborted or Settled;
    }

    private static bool ReturnsInReverse(RollingBack from)
    {
        RolloutState state = from;
        foreach (var member in from.Course.Members.Reverse())
            state = RolloutState.Next(state, new ServiceReturned(member.Service));
        return state is RolledBack rolledBack && rolledBack.Reason == from.Reason && Weights(state).All(weight => weight == 0);
    }
}
