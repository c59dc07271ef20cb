using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Runs;
using ReleaseInfra.Cli.Runs.Requests;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Cli.Display;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Cli.Commands;

/// <summary>Shows a release that another process carries, by reading its journal.</summary>
internal sealed class Following(IJournalStore journals, ITerminal terminal, OutputFormat format, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>Twice what the other process takes to look.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Until what was asked for is done: the release is over, or goes on where it was to go on.</summary>
    /// <exception cref="ReleaseFailure">Nobody takes it up.</exception>
    public async Task<(RolloutState State, string? LastTrouble)> ToTheEndOfAsync(
        NewestRelease release, HandRequest request, CancellationToken cancellation)
    {
        await using var watcher = Watchers.For(terminal, format, clock, release.Board);
        var (seen, standing) = (release.Standing.Number, release.Standing);
        var begun = clock.GetTimestamp();
        while (true)
        {
            var records = (await JournalReader.ReadAsync(journals, release.Name, cancellation)).Records;
            foreach (var record in records.Where(record => record.Number > seen))
            {
                standing = standing.Next(record);
                seen = record.Number;
                await watcher.HearAsync(record, standing, cancellation);
            }

            if (IsDone(standing.State, request))
                return (standing.State, ReleaseMemory.Of(records).LastTrouble);
            if (ReferenceEquals(standing.State, release.Standing.State) && clock.GetElapsedTime(begun) >= Patience)
                throw ReleaseFailure.NotTakenUp(release.Name.Stack, standing.Began.By);
            await Task.Delay(Interval, clock, cancellation);
        }
    }

    private static bool IsDone(RolloutState state, HandRequest request) => request switch
    {
        AskToRollBack or AskToAbort => state.Deadline is null || state is Held { Reason: RollbackStuck },
        GiveApproval => state is not Held { Reason: AwaitsApproval },
        _ => state is not Held,
    };
}
