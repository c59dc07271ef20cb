using ReleaseInfra.Domain.Approvals;
using ReleaseInfra.Domain.Journal;

namespace ReleaseInfra.Cli.Runs.Works;

internal static class Approvals
{
    /// <summary>What was said so far about the release's own plan.</summary>
    public static ApprovalDecision Judge(ApprovalTerms terms, ReleaseStanding standing, DateTimeOffset now) =>
        ApprovalRule.Judge(terms, standing.Began.PlanHash, NameOf(standing.Began.By), standing.Approvals, now);

    /// <summary>Approvers are people; who writes a journal is a person on a machine.</summary>
    /// <param name="by">As in <c>ann@laptop</c>.</param>
    public static string NameOf(string by) => by.Split('@')[0];
}
