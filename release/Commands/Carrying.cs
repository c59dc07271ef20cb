using ReleaseInfra.Cli.Azure.Sessions;
using ReleaseInfra.Cli.Runs;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Cli.Display;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Cli.Commands;

/// <summary>Carries a release in this process, shows it meanwhile, and says how it ended.</summary>
internal sealed class Carrying(Workbench workbench, ITerminal terminal, TimeProvider clock, CarryArguments arguments)
{
    public async Task<ExitCode> RunAsync(Carry carry, CancellationToken cancellation)
    {
        var begun = clock.GetTimestamp();
        (RolloutState State, string? Left) end;
        await using (var watcher = Watchers.For(terminal, arguments.Format, clock, carry.Earlier))
        {
            var manner = new RunManner(carry.Purpose, TerminalAzureLog.For(terminal, arguments.Verbose), watcher, workbench.Machine.Variable)
            {
                LeavesHeld = arguments.LeavesHeld,
                IncidentEnded = carry.IncidentEnded,
                Claim = carry.Claim,
                Requests = workbench.RequestsOf(carry.Stack),
            };
            end = await CarryAsync(carry, manner, cancellation);
        }

        Say(carry.Stack, end.State, clock.GetElapsedTime(begun));
        return carry.Code(end.State, end.Left);
    }

    private async Task<(RolloutState State, string? Left)> CarryAsync(Carry carry, RunManner manner, CancellationToken cancellation)
    {
        try
        {
            await using var run = await carry.Open(new RunOpening(workbench, manner, clock), cancellation);
            await carry.First(run);
            var state = await run.RunAsync(cancellation);
            return (state, run.Journal.Memory.LastTrouble);
        }
        catch (JournalLost lost)
        {
            throw lost.Why;
        }
    }

    private void Say(string stack, RolloutState state, TimeSpan took)
    {
        if (arguments.Format == OutputFormat.Text)
            new StyledWriter(terminal.Output, terminal.OutputColour).WriteLine(Style.Heading, RunEnd.SummaryOf(stack, state, took));
        if (RunEnd.AdviceFor(state, stack) is { } advice)
            terminal.Error.WriteLine(advice);
    }
}
