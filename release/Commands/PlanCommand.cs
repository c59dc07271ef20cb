using System.Collections.Immutable;
using ReleaseInfra.Cli.Plans;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Plans;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Cli.Commands;

/// <summary>Says what a release would do, how long it would take, and what each step of it could see. Changes nothing.</summary>
internal sealed class PlanCommand(Workbench workbench, ITerminal terminal, TimeProvider clock)
{
    public async Task<ExitCode> RunAsync(ReleaseRequest request, OutputFormat format, CancellationToken cancellation)
    {
        switch (await new PlanMaker(workbench, clock).MakeAsync(request, cancellation))
        {
            case PlanMade made:
                Show(request.Stack, made.Plan, format);
                return made.Code;

            case NothingToPlan:
                ShowNothing(request, format);
                return ExitCode.Done;

            case PlanRefused refused:
                return Refuse(request.Stack, refused.Problems, format);

            case var other:
                throw new InvalidOperationException($"{other.GetType().Name} is no result of planning.");
        }
    }

    private void Show(string stack, ReleasePlan plan, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Json:
                PlanJson.Write(plan, terminal.Output);
                return;
            case OutputFormat.Markdown:
                PlanMarkdown.Write(plan, terminal.Output);
                break;
            default:
                PlanTable.Write(plan, new StyledWriter(terminal.Output, terminal.OutputColour));
                break;
        }

        if (plan.Problems is not [])
            terminal.Refuse(stack, plan.Problems);
    }

    private ExitCode Refuse(string stack, ImmutableArray<Problem> problems, OutputFormat format)
    {
        if (format == OutputFormat.Json)
            PlanJson.WriteNone(stack, problems, terminal.Output);
        else if (format == OutputFormat.Markdown)
            PlanMarkdown.WriteRefused(stack, problems, terminal.Output);
        return terminal.Refuse(stack, problems);
    }

    private void ShowNothing(ReleaseRequest request, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Json:
                PlanJson.WriteNone(request.Stack, [], terminal.Output);
                break;
            case OutputFormat.Markdown:
                PlanMarkdown.WriteNothing(request.Stack, request.Tag, terminal.Output);
                break;
            default:
                terminal.Output.WriteLine($"{request.Stack} serves {request.Tag.Text} already: there is nothing to release.");
                break;
        }
    }
}
