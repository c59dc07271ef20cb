using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Cli.Runs.Works;

/// <summary>The step's weights into the stack's file and the engine's history; what the gates say ends the state.</summary>
internal sealed class BakeWork(Underway release) : IStateWork
{
    public async Task<RolloutEvent> DoAsync(ReleaseStanding standing, CancellationToken cancellation)
    {
        await new ConfigurationKeeping(release).KeepAsync(release.At(standing.State), cancellation);
        return await new Waiting().DoAsync(standing, cancellation);
    }
}
