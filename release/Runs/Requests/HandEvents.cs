using ReleaseInfra.Cli.Runs.Works;
using ReleaseInfra.Domain.Approvals;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Cli.Runs.Requests;

/// <summary>From what people want to what happens to the release.</summary>
internal sealed class HandEvents(RunJournal journal, ApprovalTerms approvals, TimeProvider time)
{
    /// <returns>Null where nothing happens yet, as with one approval of two.</returns>
    public async Task<RolloutEvent?> OfAsync(HandRequest request) => request switch
    {
        AskToRollBack ask => new RollBackRequested(ask.By, ask.Why),
        AskToAbort ask => new AbortRequested(ask.By, ask.Why),
        AskToResume ask => new Resumed(ask.By),
        GiveApproval given => await CountAsync(given.Approval),
        _ => throw new ArgumentException($"Unknown request {request.GetType().Name}.", nameof(request)),
    };

    private async Task<RolloutEvent?> CountAsync(Approval approval)
    {
        await journal.WriteAsync(new ApprovalGiven(approval, approval.At + approvals.ValidFor));
        if (journal.Standing.State is not Held { Reason: AwaitsApproval })
            return null;
        switch (Approvals.Judge(approvals, journal.Standing, time.GetUtcNow()))
        {
            case Granted granted:
                return new Approved(string.Join(", ", granted.By));
            case Refused refused:
                return new AbortRequested(refused.By, "the plan was refused");
            case StillNeeded needed:
                await journal.WriteAsync(new NoteWritten(journal.Standing.Began.Stack.Name, Words(needed)));
                return null;
            case var other:
                throw new InvalidOperationException($"Unknown decision {other.GetType().Name}.");
        }
    }

    private static string Words(StillNeeded needed)
    {
        var count = needed.Missing == 1 ? "1 more approval is needed" : $"{needed.Missing} more approvals are needed";
        var from = needed.From.IsEmpty ? "" : $", from {string.Join(" or ", needed.From)}";
        return string.Join(' ', [$"{count}{from}.", .. needed.NotCounted]);
    }
}
