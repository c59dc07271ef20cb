using ReleaseInfra.Cli.Preview;
using ReleaseInfra.Cli.Terminal;

namespace ReleaseInfra.Cli.Commands;

internal sealed class PreviewCommand(Workbench workbench, ITerminal terminal, TimeProvider clock)
{
    public async Task<ExitCode> RunAsync(PreviewArguments arguments, CancellationToken cancellation)
    {
        switch (await new Previewer(workbench, terminal, clock).PreviewAsync(arguments.Stack, cancellation))
        {
            case NoPreview none:
                ShowNone(arguments, none);
                return terminal.Refuse(arguments.Stack, none.Problems);

            case Previewed { View: var view }:
                Show(arguments, view);
                return view.Problems is [] ? ExitCode.Done : terminal.Refuse(arguments.Stack, view.Problems);

            case var other:
                throw new InvalidOperationException($"{other.GetType().Name} is no result of a preview.");
        }
    }

    private void ShowNone(PreviewArguments arguments, NoPreview none)
    {
        if (arguments.Format == OutputFormat.Json)
            PreviewJson.Write(PreviewView.Of(arguments.Stack, workbench, none), terminal.Output);
        else if (arguments.Format == OutputFormat.Markdown)
            PreviewMarkdown.WriteRefused(arguments.Stack, none.Problems, terminal.Output);
    }

    private void Show(PreviewArguments arguments, PreviewView view)
    {
        switch (arguments.Format)
        {
            case OutputFormat.Json:
                PreviewJson.Write(view, terminal.Output);
                break;
            case OutputFormat.Markdown:
                PreviewMarkdown.Write(view, terminal.Output);
                break;
            default:
                PreviewText.Write(view, new StyledWriter(terminal.Output, terminal.OutputColour), arguments.Verbose);
                break;
        }
    }
}
