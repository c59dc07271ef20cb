using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Cli.Runs;

/// <summary>What there is to do for a release, state by state.</summary>
internal interface IStateWorks
{
    /// <returns>Null where this process has nothing more to do: the release is over, or held and left so.</returns>
    IStateWork? For(ReleaseStanding standing, bool isInterrupted);
}

/// <summary>What one state waits for, done. A release that is taken over does it anew, and finds out what is done already.</summary>
internal interface IStateWork
{
    /// <returns>An event that the state expects.</returns>
    /// <exception cref="ReleaseFailure">The work has failed.</exception>
    /// <exception cref="Azure.Failures.AzureFailure">The work has failed.</exception>
    Task<RolloutEvent> DoAsync(ReleaseStanding standing, CancellationToken cancellation);
}
