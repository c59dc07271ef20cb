using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Runs;
using ReleaseInfra.Cli.Runs.Requests;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Cli.Commands;

/// <summary>Leaves a release that is under way: where something runs already, that goes back.</summary>
internal sealed class AbortCommand(Workbench workbench, ITerminal terminal, TimeProvider clock)
{
    public async Task<ExitCode> RunAsync(string stack, string reason, CarryArguments arguments, CancellationToken cancellation)
    {
        var name = KnownStack.Of(stack).Name;
        var release = await NewestRelease.FindAsync(workbench.Journals, name, cancellation);
        if (release is null || release.Standing.HasEnded)
            throw ReleaseFailure.NoRelease(name);
        return await new HandCommand(workbench, terminal, clock, arguments).RunAsync(
            "abort",
            release,
            _ => new AskToAbort(workbench.Machine.Operator, reason),
            (state, left) => state is Aborted or RolledBack ? ExitCode.Done : RunEnd.CodeOf(state, left),
            HandCommand.Waiting(terminal),
            cancellation);
    }
}
