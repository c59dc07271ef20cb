using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Cli.Runs;

/// <summary>Looks again and again at what may happen to a release while it works or waits, one thing after the other.</summary>
internal sealed class Vigil(IReadOnlyList<IWatch> watches, TimeSpan interval, TimeProvider time)
{
    /// <returns>What was seen first of what the state expects.</returns>
    public async Task<RolloutEvent> KeepAsync(ReleaseStanding standing, CancellationToken cancellation)
    {
        // On the way back there is nothing left that could be seen to change it.
        var isWatched = standing.State is not RollingBack;
        while (true)
        {
            foreach (var watch in isWatched ? watches : [])
            {
                if (await watch.LookAsync(standing, cancellation) is { } seen && standing.State.Expected.Contains(seen.Kind))
                    return seen;
            }

            await Task.Delay(interval, time, cancellation);
        }
    }
}

/// <summary>One thing that may happen to a release from outside.</summary>
internal interface IWatch
{
    /// <returns>Null where there is nothing to say; what the state does not expect is passed over.</returns>
    Task<RolloutEvent?> LookAsync(ReleaseStanding standing, CancellationToken cancellation);
}
