using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Runs.Requests;
using ReleaseInfra.Domain.Approvals;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Cli.Rehearse.Carrying;

/// <summary>Says yes where a release waits with traffic on both versions: then its process stays, and is asked through its box.</summary>
internal sealed class ApprovalsInFlight(Approvers approvers, IRequestBox box, TimeProvider time) : IJournalListener
{
    private RolloutState? _asked;

    public async Task HearAsync(JournalRecord record, ReleaseStanding standing, CancellationToken cancellation)
    {
        if (standing.State is not Held { Reason: AwaitsApproval } held
            || ReferenceEquals(held, _asked)
            || standing.Began.Course.Members.All(member => held.NewWeight(member.Service) == 0))
            return;
        _asked = held;
        if (approvers.Next() is { } approver)
        {
            var approval = new Approval(approver, standing.Began.PlanHash, time.GetUtcNow(), Agrees: true);
            await box.PutAsync(new JournalName(standing.Began.Stack.Name, standing.Began.Id), new GiveApproval(approval), cancellation);
        }
    }
}
