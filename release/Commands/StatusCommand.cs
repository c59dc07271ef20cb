using ReleaseInfra.Cli.Reports;
using ReleaseInfra.Cli.Terminal;

namespace ReleaseInfra.Cli.Commands;

/// <summary>Says where the newest release stands. That it was read is the success, whatever it says.</summary>
internal sealed class StatusCommand(Workbench workbench, ITerminal terminal, TimeProvider clock)
{
    public async Task<ExitCode> RunAsync(StatusArguments arguments, CancellationToken cancellation)
    {
        var stack = KnownStack.Of(arguments.Stack);
        var status = await ReleaseStatus.FindAsync(workbench.Journals, stack.Name, clock, cancellation);
        var writer = new StyledWriter(terminal.Output, terminal.OutputColour);
        if (arguments.Format == OutputFormat.Json)
            StatusJson.Write(stack.Name, status, terminal.Output);
        else if (status is null)
            StatusText.WriteNone(stack.Name, writer);
        else
            StatusText.Write(status, writer);
        return ExitCode.Done;
    }
}
