using System.Globalization;
using ReleaseInfra.Cli.Commands;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.History;
using ReleaseInfra.Cli.Preview;
using ReleaseInfra.Cli.Terminal;

namespace ReleaseInfra.Cli.Updates;

/// <summary>What an update says and asks, from the preview to its end.</summary>
internal sealed class UpdateDialogue(ITerminal terminal, OutputFormat format, bool verbose)
{
    private readonly StyledWriter _writer = new(terminal.Output, terminal.OutputColour);

    /// <summary>What will change, for whoever is to decide. A machine reads it at the end, with the result.</summary>
    public void Show(PreviewView view)
    {
        if (format == OutputFormat.Text)
            PreviewText.Write(view, _writer, verbose);
    }

    /// <exception cref="ReleaseFailure">Nobody is there to be asked, or the answer is no.</exception>
    public async Task AskAsync(StackPlan plan, UpdateKind kind, CancellationToken cancellation)
    {
        var question = kind == UpdateKind.Destroy
            ? $"Delete all of this from {plan.Stack}? What it holds is lost. [y/N] "
            : $"Apply this to {plan.Stack}? [y/N] ";
        var answer = await terminal.AskAsync(question, cancellation)
            ?? throw ReleaseFailure.NobodyToAsk(kind.Word(), plan.Stack.Name);
        if (answer.Trim().ToLowerInvariant() is not ("y" or "yes"))
            throw ReleaseFailure.Declined(plan.Stack.Name);
    }

    public async Task<ExitCode> CarryOutAsync(PreviewView view, Func<IProgress<AppliedChange>, Task<AppliedStack>> apply)
    {
        var lines = new UpdateLines(_writer, format == OutputFormat.Text);
        try
        {
            var applied = await apply(lines);
            if (format == OutputFormat.Json)
                UpdateJson.WriteSucceeded(view, lines.Done, applied.Outputs, terminal.Output);
            else
                WriteEnd(view, lines.Done);
            return ExitCode.Done;
        }
        catch (ReleaseFailure failure) when (format == OutputFormat.Json)
        {
            UpdateJson.WriteFailed(view, lines.Done, failure, terminal.Output);
            throw;
        }
    }

    private void WriteEnd(PreviewView view, int done)
    {
        if (done > 0)
            _writer.WriteLine();
        _writer.Write(Style.Heading, string.Create(CultureInfo.InvariantCulture, $"{view.Stack}: "));
        _writer.WriteLine((done, view.Resources) switch
        {
            (0, []) => "nothing is left to delete",
            (0, _) => "already as configured",
            _ => view.AzureCounts.PastText(),
        });
    }
}
