using System.Collections.Immutable;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Numbers;
using ReleaseInfra.Domain.Plans;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Cli.Runs.Gates;

/// <summary>
/// Measures and judges at its interval in every state. Where gates must pass it says when they have; elsewhere only what fails is news.
/// </summary>
internal sealed class GateWatch(IReadOnlyList<IGateProbe> probes, GateBoard board, TimeSpan interval, TimeProvider time) : IWatch
{
    private RolloutState? _entered;
    private long _began;
    private TimeSpan _spent;
    private long? _last;

    public async Task<RolloutEvent?> LookAsync(ReleaseStanding standing, CancellationToken cancellation)
    {
        var state = standing.State;
        Enter(standing);
        if (_last is { } last && time.GetElapsedTime(last) < interval)
            return null;
        _last = time.GetTimestamp();
        foreach (var probe in probes)
        {
            foreach (var reading in await MeasureAsync(probe, state, cancellation))
            {
                if (await board.ObserveAsync(reading) is { Outcome: Outcome.Failed } failed)
                    return new GateFailed(failed.Message);
            }

            // Answers came slowly, and this round is the last one.
            if (IsLate(state) && time.GetElapsedTime(_last.Value) >= interval)
                break;
        }

        return await DecideAsync(state);
    }

    /// <summary>What takes longer than it is asked for again is no measurement, and neither other gates nor people wait for it.</summary>
    private async Task<ImmutableArray<GateReading>> MeasureAsync(IGateProbe probe, RolloutState state, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var look = probe.LookAsync(state, over.Token);
        try
        {
            return await look.WaitAsync(interval, time, cancellation);
        }
        catch (TimeoutException)
        {
            var nothing = new Unreadable<GateNumbers>($"there was no answer within {PlanText.Of(interval)}");
            return [.. probe.GatesIn(state).Select(gate => new GateReading(gate, new Look(time.GetUtcNow(), interval, nothing), 0))];
        }
        finally
        {
            End(over);
            await ((Task)look).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    /// <summary>At once, and not by another thread, which a clock that nobody waits for would not know of.</summary>
    private static void End(CancellationTokenSource over) => over.Cancel();

    private void Enter(ReleaseStanding standing)
    {
        var state = standing.State;
        if (ReferenceEquals(state, _entered))
            return;
        // Whoever takes a release over measures anew, and has no more time for it than there was.
        (_entered, _began, _last) = (state, time.GetTimestamp(), null);
        var spent = time.GetUtcNow() - standing.Since;
        _spent = spent > TimeSpan.Zero ? spent : TimeSpan.Zero;
        foreach (var probe in probes)
            probe.Enter(state, time.GetUtcNow());
        board.Enter([.. probes.SelectMany(probe => probe.GatesIn(state))]);
    }

    private async Task<RolloutEvent?> DecideAsync(RolloutState state)
    {
        if (Least(state) is not { } least || Most(state) is not { } most)
            return null;
        var decision = StepDecision.Of(board.Conclude(), time.GetElapsedTime(_began), least, most);
        if (decision is MeasureOn)
            return null;
        await board.EndAsync();
        return decision switch
        {
            StepPassed when state is Watching => new WatchPassed(),
            StepPassed => new GatesPassed(),
            StepFailed failed => new GateFailed(failed.Message),
            StepUnproved unproved => new EvidenceMissing(unproved.Message),
            _ => throw new InvalidOperationException($"Unknown decision {decision.GetType().Name}."),
        };
    }

    private bool IsLate(RolloutState state) => Least(state) is not null && time.GetElapsedTime(_began) >= Most(state);

    // Before the deadline, which would call the release back for what is only not known.
    private TimeSpan? Most(RolloutState state) => state.Deadline - _spent - (2 * interval);

    /// <returns>Null where no gate has to pass.</returns>
    private static TimeSpan? Least(RolloutState state) => state switch
    {
        Baking baking => baking.Course.Steps[baking.Step].Bake,
        Watching => state.Course.Deadlines.Watch,
        _ => null,
    };
}
