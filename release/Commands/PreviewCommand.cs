using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Preview;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Cli.Validation;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Commands;

internal sealed class PreviewCommand(Workbench workbench, ITerminal terminal, TimeProvider clock)
{
    public async Task<ExitCode> RunAsync(PreviewArguments arguments, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        var stack = StackName.Find(arguments.Stack);
        var applied = stack is null ? null : await workbench.Engine.RecallAsync(stack, cancellation);
        switch (workbench.Read(arguments.Stack, applied?.Release))
        {
            case Invalid<EnvironmentSettings> invalid:
                Refuse(arguments, invalid.Problems);
                return ExitCode.Configuration;

            case Valid<EnvironmentSettings> valid:
                var changes = await terminal.TrackAsync(
                    $"Previewing {arguments.Stack}",
                    progress => workbench.Engine.PreviewAsync(valid.Value, applied, new ResourceCount(progress), cancellation));
                var problems = Problems(valid.Value.Stack, applied?.Release, changes);
                Show(arguments, new PreviewView(
                    valid.Value.Stack.Name,
                    workbench.Engine.Name,
                    workbench.Sdk,
                    workbench.Engine.StateLocation(valid.Value.Stack),
                    applied is not null,
                    Rows(applied?.Release, valid.Value.Release),
                    changes,
                    problems,
                    clock.GetElapsedTime(started)));
                if (problems is [])
                    return ExitCode.Done;
                Complain(arguments.Stack, problems);
                return ExitCode.Configuration;

            case var other:
                throw new InvalidOperationException($"{other.GetType().Name} is neither valid nor invalid.");
        }
    }

    private static ImmutableArray<ReleaseRow> Rows(ReleaseSettings? previous, ReleaseSettings next) =>
        [.. ReleaseChanges.Between(previous, next).Select(change => ReleaseRow.Of(change, previous, next))];

    private ImmutableArray<Problem> Problems(StackName stack, ReleaseSettings? running, ImmutableArray<ResourceChange> changes) =>
        running is null
            ? []
            : TemplateProblems.In(changes, running, (service, slot) => workbench.PlaceOf(stack, service, slot));

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

    private void Refuse(PreviewArguments arguments, ImmutableArray<Problem> problems)
    {
        if (arguments.Format == OutputFormat.Json)
            PreviewJson.WriteRefusal(arguments.Stack, workbench, problems, terminal.Output);
        Complain(arguments.Stack, problems);
    }

    private void Complain(string stack, ImmutableArray<Problem> problems) =>
        ValidationText.Write(new ValidationView([stack], problems), new StyledWriter(terminal.Error, terminal.ErrorColour));

    private sealed class ResourceCount(IProgress<string> progress) : IProgress<EngineProgress>
    {
        public void Report(EngineProgress value) => progress.Report($"{value.Declared} resources");
    }
}
