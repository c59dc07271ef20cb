using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.History;
using ReleaseInfra.Cli.Engine.Protection;
using ReleaseInfra.Cli.Preview;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Cli.Updates;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Commands;

internal sealed class DestroyCommand(Workbench workbench, ITerminal terminal, TimeProvider clock)
{
    public async Task<ExitCode> RunAsync(DestroyArguments arguments, CancellationToken cancellation)
    {
        var stack = KnownStack.Of(arguments.Stack);
        if (stack == StackName.Production)
            throw ReleaseFailure.ProductionStays();

        var started = clock.GetTimestamp();
        await using var writing = await workbench.Engine.LockAsync(stack, UpdateKind.Destroy.Word(), cancellation);
        var applied = await workbench.Engine.RecallAsync(stack, cancellation)
            ?? throw ReleaseFailure.NothingApplied(stack.Name, workbench.Engine.StateLocation(stack));
        var plan = Destruction.Of(stack, applied);
        var view = PreviewView.Of(plan, workbench, problems: [], clock.GetElapsedTime(started));

        var dialogue = new UpdateDialogue(terminal, arguments.Format, arguments.Verbose);
        dialogue.Show(view);
        RiskyChanges.RefuseProtected(plan);
        if (plan.Pending.Any() && !arguments.Yes)
            await dialogue.AskAsync(plan, UpdateKind.Destroy, cancellation);

        return await dialogue.CarryOutAsync(
            view,
            progress => workbench.Engine.ApplyAsync(plan, UpdateKind.Destroy, progress, cancellation));
    }
}
