using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Cli.Runs.Works;

/// <summary>Nothing is waited for: the state is only passed through, so that it stands in the journal.</summary>
internal sealed class AtOnce(RolloutEvent happened) : IStateWork
{
    public Task<RolloutEvent> DoAsync(ReleaseStanding standing, CancellationToken cancellation) => Task.FromResult(happened);
}
