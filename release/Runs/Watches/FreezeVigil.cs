using ReleaseInfra.Domain.Freezes;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Plans;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Cli.Runs.Watches;

/// <summary>Whether the release still ends before the next freeze, its way back included.</summary>
internal sealed class FreezeVigil(FreezeCalendar calendar, TimeSpan interval, TimeProvider time) : IWatch
{
    private readonly Expecting _expecting = new(FreezeMet.Name);

    public Task<RolloutEvent?> LookAsync(ReleaseStanding standing, CancellationToken cancellation)
    {
        // The checks before the start ask for themselves, and write down what is skipped.
        if (standing.State is Planned || !_expecting.By(standing.State))
            return Task.FromResult<RolloutEvent?>(null);
        var durations = new PredictedDurations();
        var run = new ForwardRun(
            standing.Began.Release, RemainingTime.Of(standing.State, time.GetUtcNow() - standing.Since, durations), durations.ReturnOf(standing.Began.Course));
        return Task.FromResult<RolloutEvent?>(
            FreezeRule.InFlight(calendar, run, time.GetUtcNow(), interval) is Frozen frozen ? new FreezeMet(frozen.By.Name) : null);
    }
}
