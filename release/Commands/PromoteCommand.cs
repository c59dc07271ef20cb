using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Runs;
using ReleaseInfra.Cli.Runs.Requests;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Approvals;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Cli.Commands;

/// <summary>Says yes to a release that is held: approves its plan, or lets it go on in spite of what holds it.</summary>
internal sealed class PromoteCommand(Workbench workbench, ITerminal terminal, TimeProvider clock)
{
    /// <param name="plan">Hash of the plan that was seen, or its beginning; null for the release's own.</param>
    /// <param name="refuses">Whether the word is no.</param>
    public async Task<ExitCode> RunAsync(string stack, string? plan, bool refuses, CarryArguments arguments, CancellationToken cancellation)
    {
        var name = KnownStack.Of(stack).Name;
        var release = await NewestRelease.FindAsync(workbench.Journals, name, cancellation);
        if (release is null || release.Standing.HasEnded)
            throw ReleaseFailure.NoRelease(name);
        if (release.Standing.State is not Held)
            throw ReleaseFailure.NotHeld(name, release.Standing.State.Words);
        if (plan is not null && !release.Standing.Began.PlanHash.StartsWith(plan, StringComparison.OrdinalIgnoreCase))
            throw ReleaseFailure.OtherPlan(name, plan, release.Standing.Began.PlanHash);
        return await new HandCommand(workbench, terminal, clock, arguments).RunAsync(
            "promote", release, standing => Ask(standing, refuses), RunEnd.CodeOf, HandCommand.Waiting(terminal), cancellation);
    }

    private HandRequest? Ask(ReleaseStanding standing, bool refuses) => standing.State switch
    {
        Held { Reason: AwaitsApproval } => new GiveApproval(
            new Approval(workbench.Machine.User, standing.Began.PlanHash, clock.GetUtcNow(), Agrees: !refuses)),
        Held => refuses ? new AskToAbort(workbench.Machine.Operator, "refused") : new AskToResume(workbench.Machine.Operator),
        _ => null,
    };
}
