using ReleaseInfra.Cli.Engine.History;
using ReleaseInfra.Cli.Reports;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Cli.Updates;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Commands;

/// <summary>What was released, by the journals, or what was applied, by the engine.</summary>
internal sealed class HistoryCommand(Workbench workbench, ITerminal terminal, TimeProvider clock)
{
    public async Task<ExitCode> RunAsync(HistoryArguments arguments, CancellationToken cancellation)
    {
        var stack = KnownStack.Of(arguments.Stack);
        var writer = new StyledWriter(terminal.Output, terminal.OutputColour);
        if (arguments.Format == OutputFormat.Json)
        {
            var releases = await ReadAsync(arguments, stack, cancellation);
            HistoryView.WriteJson(
                stack.Name,
                workbench.Engine,
                await UpdatesAsync(arguments, stack, cancellation),
                json => ReleaseHistoryJson.WriteMembers(json, releases),
                terminal.Output);
        }
        else if (arguments.Updates)
        {
            HistoryView.WriteText(stack.Name, await UpdatesAsync(arguments, stack, cancellation), writer);
        }
        else
        {
            ReleaseHistoryText.Write(await ReadAsync(arguments, stack, cancellation), writer);
        }

        return ExitCode.Done;
    }

    private async Task<ReleaseHistory> ReadAsync(HistoryArguments arguments, StackName stack, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var since = arguments.Since is { } text ? Since.Parse(text, now) : (DateTimeOffset?)null;
        return await ReleaseHistory.ReadAsync(workbench.Journals, stack.Name, since, arguments.Last, now, cancellation);
    }

    private async Task<StackUpdate[]> UpdatesAsync(HistoryArguments arguments, StackName stack, CancellationToken cancellation) =>
        [.. (await workbench.Engine.HistoryAsync(stack, cancellation)).Reverse().Take(arguments.Last)];
}
