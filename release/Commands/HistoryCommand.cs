using ReleaseInfra.Cli.Engine.History;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Cli.Updates;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Commands;

internal sealed class HistoryCommand(Workbench workbench, ITerminal terminal)
{
    public async Task<ExitCode> RunAsync(HistoryArguments arguments, CancellationToken cancellation)
    {
        var stack = StackName.Find(arguments.Stack)
            ?? throw ReleaseFailure.UnknownStack(arguments.Stack, StackName.All.Select(known => known.Name));
        StackUpdate[] updates = [.. (await workbench.Engine.HistoryAsync(stack, cancellation)).Reverse().Take(arguments.Last)];

        if (arguments.Format == OutputFormat.Json)
            HistoryView.WriteJson(stack.Name, updates, terminal.Output);
        else
            HistoryView.WriteText(stack.Name, updates, new StyledWriter(terminal.Output, terminal.OutputColour));
        return ExitCode.Done;
    }
}
