using System.CommandLine;
using System.CommandLine.Parsing;
using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Cli.Commands;
using ReleaseInfra.Cli.Terminal;

namespace ReleaseInfra.Cli;

/// <summary>The command line as a whole: arguments in, output on the terminal, an exit code out.</summary>
/// <param name="open">From a folder to the workspace that it lies in, with the engine of a name; the build's own for null.</param>
internal sealed class ReleaseApplication(
    ITerminal terminal,
    TimeProvider clock,
    string currentFolder,
    Func<string, string?, Workbench> open)
{
    public async Task<ExitCode> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        try
        {
            return await InvokeAsync(arguments, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Complain("Interrupted; nothing was changed.");
            return ExitCode.Interrupted;
        }
        catch (ReleaseFailure failure)
        {
            return Fail(failure, arguments);
        }
        catch (AzureFailure failure)
        {
            return Fail(ReleaseFailure.AzureFailed(failure), arguments);
        }
        catch (Exception unexpected)
        {
            Complain($"Something unexpected went wrong: {unexpected.Message}");
            if (!IsVerbose(arguments))
                terminal.Error.WriteLine("Run the same command with --verbose for the details, and report them.");
            Explain(unexpected, arguments);
            return ExitCode.Unexpected;
        }
    }

    private ExitCode Fail(ReleaseFailure failure, IReadOnlyList<string> arguments)
    {
        Complain(failure.Message);
        Explain(failure.InnerException, arguments);
        return failure.Code;
    }

    private async Task<ExitCode> InvokeAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var root = CommandTree.Build(
            (folder, engine) => open(Path.GetFullPath(folder ?? ".", currentFolder), engine), terminal, clock);
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in CommandTree.Mistakes(parsed))
                Complain(error);
            terminal.Error.WriteLine($"Run '{CommandPath(parsed)} --help' for what it takes.");
            return ExitCode.Configuration;
        }

        CommandTree.LeaveOutExamples(parsed);
        var configuration = new InvocationConfiguration
        {
            Output = terminal.Output,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            // Ctrl-C is the composition root's, which hands its token in.
            ProcessTerminationTimeout = null,
        };
        return (ExitCode)await parsed.InvokeAsync(configuration, cancellation);
    }

    private static string CommandPath(ParseResult parsed)
    {
        var path = new List<string>();
        for (SymbolResult? result = parsed.CommandResult; result is CommandResult { Command: not RootCommand } verb; result = result.Parent)
            path.Insert(0, verb.Command.Name);
        return string.Join(' ', path.Prepend(CommandTree.Name));
    }

    private void Complain(string sentence) =>
        new StyledWriter(terminal.Error, terminal.ErrorColour).WriteLine(Style.Problem, sentence);

    private void Explain(Exception? details, IReadOnlyList<string> arguments)
    {
        if (details is not null && IsVerbose(arguments))
            terminal.Error.WriteLine(details);
    }

    private static bool IsVerbose(IReadOnlyList<string> arguments) => arguments.Contains(CommandTree.Verbose);
}
