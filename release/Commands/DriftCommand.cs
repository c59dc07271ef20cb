using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.Sessions;
using ReleaseInfra.Cli.Drift;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Drift;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Commands;

/// <summary>Compares what Azure has with what the configuration says, and changes neither.</summary>
internal sealed class DriftCommand(Workbench workbench, ITerminal terminal)
{
    public async Task<ExitCode> RunAsync(DriftArguments arguments, CancellationToken cancellation)
    {
        // Rules between two releases are for a change, and nothing changes here.
        switch (workbench.Read(arguments.Stack, null))
        {
            case Invalid<EnvironmentSettings> invalid:
                return Refuse(arguments, invalid.Problems);

            case Valid<EnvironmentSettings> valid:
                var view = await terminal.TrackAsync(
                    $"Reading {arguments.Stack}", progress => CompareAsync(valid.Value, arguments, progress, cancellation));
                Show(arguments, view);
                return view.Report.Findings is [] ? ExitCode.Done : ExitCode.PlanChanged;

            case var other:
                throw new InvalidOperationException($"{other.GetType().Name} is neither valid nor invalid.");
        }
    }

    private async Task<DriftView> CompareAsync(
        EnvironmentSettings settings, DriftArguments arguments, IProgress<string> progress, CancellationToken cancellation)
    {
        var expected = ExpectedEnvironment.Of(settings);
        await using var session = await workbench.Azure.OpenAsync(
            workbench.Engine.Name, settings, TerminalAzureLog.For(terminal, arguments.Verbose), cancellation);
        var live = await new LiveReader(session.Azure, session.Group).ReadAsync(expected, progress, cancellation);
        return new DriftView(
            settings.Stack.Name, workbench.Engine.Name, workbench.Sdk, session.Place, EnvironmentDrift.Between(expected, live), []);
    }

    private void Show(DriftArguments arguments, DriftView view)
    {
        if (arguments.Format == OutputFormat.Json)
            DriftJson.Write(view, terminal.Output);
        else
            DriftTable.Write(view, new StyledWriter(terminal.Output, terminal.OutputColour));
    }

    private ExitCode Refuse(DriftArguments arguments, ImmutableArray<Problem> problems)
    {
        if (arguments.Format == OutputFormat.Json)
        {
            DriftJson.Write(
                new DriftView(arguments.Stack, workbench.Engine.Name, workbench.Sdk, "", new DriftReport(0, [], []), problems),
                terminal.Output);
        }

        return terminal.Refuse(arguments.Stack, problems);
    }
}
