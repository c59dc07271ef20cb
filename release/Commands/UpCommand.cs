using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.History;
using ReleaseInfra.Cli.Engine.Protection;
using ReleaseInfra.Cli.Preview;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Cli.Updates;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Commands;

internal sealed class UpCommand(Workbench workbench, ITerminal terminal, TimeProvider clock)
{
    public async Task<ExitCode> RunAsync(UpArguments arguments, CancellationToken cancellation)
    {
        // From before the comparison to the end of what it leads to, so that it still holds when it is carried out.
        await using var writing = StackName.Find(arguments.Stack) is { } stack
            ? await workbench.Engine.LockAsync(stack, UpdateKind.Up.Word(), cancellation)
            : null;
        switch (await new Previewer(workbench, terminal, clock).PreviewAsync(arguments.Stack, cancellation))
        {
            case NoPreview none:
                if (arguments.Format == OutputFormat.Json)
                    UpdateJson.WriteRefused(PreviewView.Of(arguments.Stack, workbench, none), terminal.Output);
                return terminal.Refuse(arguments.Stack, none.Problems);

            case Previewed { View.Problems: not [] } refused:
                if (arguments.Format == OutputFormat.Json)
                    UpdateJson.WriteRefused(refused.View, terminal.Output);
                return terminal.Refuse(arguments.Stack, refused.View.Problems);

            case Previewed possible:
                return await RunAsync(arguments, possible, cancellation);

            case var other:
                throw new InvalidOperationException($"{other.GetType().Name} is no result of a preview.");
        }
    }

    private async Task<ExitCode> RunAsync(UpArguments arguments, Previewed previewed, CancellationToken cancellation)
    {
        var dialogue = new UpdateDialogue(terminal, arguments.Format, arguments.Verbose);
        dialogue.Show(previewed.View);
        RiskyChanges.Refuse(previewed.Plan, arguments.AllowReplace);
        if (previewed.Plan.Pending.Any() && !arguments.Yes)
            await dialogue.AskAsync(previewed.Plan, UpdateKind.Up, cancellation);

        return await dialogue.CarryOutAsync(
            previewed.View,
            progress => workbench.Engine.ApplyAsync(previewed.Plan, UpdateKind.Up, progress, cancellation));
    }
}
