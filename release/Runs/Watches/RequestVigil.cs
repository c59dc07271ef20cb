using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Runs.Requests;
using ReleaseInfra.Cli.Runs.Works;
using ReleaseInfra.Domain.Approvals;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Cli.Runs.Watches;

/// <summary>What people ask of the release from other processes. What cannot be done in its state is a note in the journal.</summary>
internal sealed class RequestVigil(IRequestBox box, Underway release, ApprovalTerms approvals) : IWatch
{
    private readonly Queue<HandRequest> _asked = [];

    public async Task<RolloutEvent?> LookAsync(ReleaseStanding standing, CancellationToken cancellation)
    {
        var name = new JournalName(standing.Began.Stack.Name, standing.Began.Id);
        foreach (var request in await box.TakeAsync(name, cancellation))
            _asked.Enqueue(request);
        while (_asked.TryDequeue(out var request))
        {
            if (await new HandEvents(release.Journal, approvals, release.Time).OfAsync(request) is not { } wanted)
                continue;
            if (standing.State.Expected.Contains(wanted.Kind))
                return wanted;
            await release.Journal.WriteAsync(new NoteWritten(
                release.Settings.Stack.Name, $"'{wanted.Kind}' was asked for and cannot be done to a release that is {standing.State}."));
        }

        return null;
    }
}
