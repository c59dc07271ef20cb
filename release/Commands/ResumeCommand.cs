using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Runs;
using ReleaseInfra.Cli.Runs.Requests;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Cli.Commands;

/// <summary>Goes on with the newest release: one that is held, or one whose process is gone.</summary>
internal sealed class ResumeCommand(Workbench workbench, ITerminal terminal, TimeProvider clock)
{
    public async Task<ExitCode> RunAsync(string stack, CarryArguments arguments, CancellationToken cancellation)
    {
        var name = KnownStack.Of(stack).Name;
        var release = await NewestRelease.FindAsync(workbench.Journals, name, cancellation);
        if (release is null || (release.Standing.HasEnded && !HasWorkLeft(release.Standing)))
            throw ReleaseFailure.NoRelease(name);
        return await new HandCommand(workbench, terminal, clock, arguments).RunAsync("resume", release, Ask, RunEnd.CodeOf, HandCommand.Waiting(terminal), cancellation);
    }

    private HandRequest? Ask(ReleaseStanding standing) =>
        standing.State is Held { Reason: not AwaitsApproval } ? new AskToResume(workbench.Machine.Operator) : null;

    /// <summary>A rollback is over when the traffic is back; its configuration is written after that.</summary>
    private static bool HasWorkLeft(ReleaseStanding standing) =>
        standing.State is RolledBack && standing.UnderWay.Any(work => work is ConfigurationEdit);
}
