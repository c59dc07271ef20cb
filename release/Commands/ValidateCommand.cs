using System.Collections.Immutable;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Cli.Validation;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Commands;

internal sealed class ValidateCommand(Workbench workbench, ITerminal terminal)
{
    public async Task<ExitCode> RunAsync(ValidateArguments arguments, CancellationToken cancellation)
    {
        ImmutableArray<string> stacks = arguments.Stacks is []
            ? [.. StackName.All.Select(stack => stack.Name)]
            : [.. arguments.Stacks.Distinct()];

        // A problem of a file that several stacks share is one problem.
        var problems = new List<Problem>();
        foreach (var stack in stacks)
            problems.AddRange(await CheckAsync(stack, cancellation));
        var view = new ValidationView(stacks, [.. problems.Distinct()]);

        if (arguments.Format == OutputFormat.Json)
            ValidationJson.Write(view, terminal.Output);
        else
            ValidationText.Write(view, new StyledWriter(terminal.Output, terminal.OutputColour));

        return view.Problems is [] ? ExitCode.Done : ExitCode.Configuration;
    }

    private async Task<ImmutableArray<Problem>> CheckAsync(string stack, CancellationToken cancellation)
    {
        var applied = StackName.Find(stack) is { } known ? await workbench.Engine.RecallAsync(known, cancellation) : null;
        return workbench.Read(stack, applied?.Release) is Invalid<EnvironmentSettings> invalid ? invalid.Problems : [];
    }
}
