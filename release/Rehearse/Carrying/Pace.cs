using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Rehearsal.Clocks;

namespace ReleaseInfra.Cli.Rehearse.Carrying;

/// <summary>Sets the clock's speed by where the release stands.</summary>
internal sealed class Pace(RehearsalTempo tempo, WorldTime time) : IJournalListener
{
    public Task HearAsync(JournalRecord record, ReleaseStanding standing, CancellationToken cancellation)
    {
        time.Speed = tempo.For(standing.State);
        return Task.CompletedTask;
    }
}
