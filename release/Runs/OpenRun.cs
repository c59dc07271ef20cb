using ReleaseInfra.Cli.Runs.Requests;
using ReleaseInfra.Cli.Runs.Works;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Cli.Runs;

/// <summary>A release in the hands of this process, until it is disposed of.</summary>
internal sealed class OpenRun(Underway release, ReleaseRunner runner, HandEvents events, Holds holds) : IAsyncDisposable
{
    /// <summary>An update of the stack, of which hardly anything changes.</summary>
    private static readonly TimeSpan WritingBack = TimeSpan.FromMinutes(15);

    public RunJournal Journal => release.Journal;

    /// <summary>To its end, or to where it is left held; what a rollback leaves to be written down is written down.</summary>
    /// <exception cref="JournalLost">The release could not be written down any more.</exception>
    public async Task<RolloutState> RunAsync(CancellationToken interrupt)
    {
        var state = await runner.RunAsync(interrupt);
        if (state is RolledBack)
        {
            // Not by the one who interrupts: the traffic is back, and a file that says otherwise would bring the new version again.
            using var limit = new CancellationTokenSource(WritingBack, release.Time);
            await new Aftermath(release).WriteBackAsync(limit.Token);
        }

        return state;
    }

    /// <summary>What a person wants is done now, where the release's state allows it.</summary>
    /// <returns>Null where it does not, or where it takes more than this.</returns>
    public async Task<RolloutEvent?> AskAsync(HandRequest request)
    {
        var wanted = await events.OfAsync(request);
        if (wanted is null || !Journal.Standing.State.Expected.Contains(wanted.Kind))
            return null;
        await Journal.WriteAsync(wanted);
        return wanted;
    }

    public ValueTask DisposeAsync() => holds.DisposeAsync();
}
