using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Cli.Runs.Works;

/// <summary>Nothing is done: what ends the state is seen from outside, or is its deadline.</summary>
internal sealed class Waiting : IStateWork
{
    public async Task<RolloutEvent> DoAsync(ReleaseStanding standing, CancellationToken cancellation)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        throw new InvalidOperationException("Waiting without end has ended.");
    }
}
