using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Runs.Requests;
using ReleaseInfra.Domain.Approvals;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Cli.Runs.Watches;

/// <summary>What people ask of the release from other processes. What cannot be done in its state is a note in the journal.</summary>
internal sealed class RequestVigil(IRequestBox box, RunJournal journal, ApprovalTerms approvals, TimeProvider time) : IWatch, IJournalListener
{
    private readonly HandEvents _events = new(journal, approvals, time);
    private readonly Queue<HandRequest> _asked = [];

    // Until it stands in the journal: whatever happened a moment before it was seen, a person's word is not lost for that.
    private RolloutEvent? _wanted;

    public async Task<RolloutEvent?> LookAsync(ReleaseStanding standing, CancellationToken cancellation)
    {
        var name = new JournalName(standing.Began.Stack.Name, standing.Began.Id);
        foreach (var request in await box.TakeAsync(name, cancellation))
            _asked.Enqueue(request);
        while (await WantedAsync() is { } wanted)
        {
            if (standing.State.Expected.Contains(wanted.Kind))
                return wanted;
            _wanted = null;
            await journal.WriteAsync(new NoteWritten(
                standing.Began.Stack.Name, $"'{wanted.Kind}' was asked for and cannot be done to a release that is {standing.State}."));
        }

        return null;
    }

    public Task HearAsync(JournalRecord record, ReleaseStanding standing, CancellationToken cancellation)
    {
        if (record.Entry is Happened happened && happened.Event == _wanted)
            _wanted = null;
        return Task.CompletedTask;
    }

    private async Task<RolloutEvent?> WantedAsync()
    {
        while (_wanted is null && _asked.TryDequeue(out var request))
            _wanted = await _events.OfAsync(request);
        return _wanted;
    }
}
