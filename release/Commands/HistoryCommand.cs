using ReleaseInfra.Cli.Engine.History;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Cli.Updates;

namespace ReleaseInfra.Cli.Commands;

internal sealed class HistoryCommand(Workbench workbench, ITerminal terminal)
{
    public async Task<ExitCode> RunAsync(HistoryArguments arguments, CancellationToken cancellation)
    {
        var stack = KnownStack.Of(arguments.Stack);
        StackUpdate[] updates = [.. (await workbench.Engine.HistoryAsync(stack, cancellation)).Reverse().Take(arguments.Last)];

        if (arguments.Format == OutputFormat.Json)
            HistoryView.WriteJson(stack.Name, workbench.Engine, updates, terminal.Output);
        else
            HistoryView.WriteText(stack.Name, updates, new StyledWriter(terminal.Output, terminal.OutputColour));
        return ExitCode.Done;
    }
}
