using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Runs;
using ReleaseInfra.Cli.Runs.Requests;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Cli.Commands;

/// <summary>
/// What a person wants of the newest release. This process takes it over, and where another one carries it asks that one.
/// </summary>
internal sealed class HandCommand(Workbench workbench, ITerminal terminal, TimeProvider clock, CarryArguments arguments)
{
    /// <param name="ask">Null where nothing is wanted but to go on.</param>
    /// <param name="code">How the command ends.</param>
    /// <param name="claim">What to do where another process has the journal.</param>
    public async Task<ExitCode> RunAsync(
        string verb,
        NewestRelease release,
        Func<ReleaseStanding, HandRequest?> ask,
        Func<RolloutState, string?, ExitCode> code,
        JournalClaim claim,
        CancellationToken cancellation)
    {
        var isOurs = false;
        var carry = new Carry(verb, release.Name.Stack, (opening, token) => opening.TakeOverAsync(release.Name, token))
        {
            Earlier = release.Board,
            Claim = claim,
            Code = code,
            First = async run =>
            {
                isOurs = true;
                if (ask(run.Journal.Standing) is { } request)
                    await run.AskAsync(request);
            },
        };
        try
        {
            return await new Carrying(workbench, terminal, clock, arguments).RunAsync(carry, cancellation);
        }
        // One that lost the release while it carried it has said what was wanted, and says it to nobody twice.
        catch (ReleaseFailure held) when (held.Code == ExitCode.Locked && !isOurs)
        {
            return await AskAnotherAsync(release, ask, code, held, cancellation);
        }
    }

    /// <summary>To wait for whoever has the journal, and say for whom.</summary>
    public static JournalClaim Waiting(ITerminal terminal) => new WaitingClaim(held => terminal.Error.WriteLine(held.Words));

    private async Task<ExitCode> AskAnotherAsync(
        NewestRelease release,
        Func<ReleaseStanding, HandRequest?> ask,
        Func<RolloutState, string?, ExitCode> code,
        ReleaseFailure held,
        CancellationToken cancellation)
    {
        // Whoever has the stack may be doing something else; and to go on is what a release that is carried does anyway.
        if (release.Standing.HasEnded || ask(release.Standing) is not { } request)
            throw held;
        if (workbench.RequestsOf(release.Name.Stack) is not { } box)
            throw ReleaseFailure.CannotBeAsked(release.Name.Stack, held);
        terminal.Error.WriteLine("Another process carries the release: asking it.");
        await box.PutAsync(release.Name, request, cancellation);
        var state = await new Following(workbench.Journals, terminal, arguments.Format, clock).ToTheEndOfAsync(release, request, cancellation);
        return code(state.State, state.LastTrouble);
    }
}
