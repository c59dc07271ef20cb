using System.Globalization;
using ReleaseInfra.Cli.Simulate;
using ReleaseInfra.Cli.Simulate.Views;
using ReleaseInfra.Cli.Terminal;

namespace ReleaseInfra.Cli.Commands;

/// <summary>Simulates many releases, and shows what comes of them.</summary>
internal sealed class SimulateCommand(Workbench workbench, ITerminal terminal)
{
    public async Task<ExitCode> RunAsync(SimulationRequest request, OutputFormat format, CancellationToken cancellation)
    {
        var result = await terminal.TrackAsync(
            $"Simulating {request.Release.Stack}",
            progress => new Simulation(workbench).RunAsync(request, new Done(progress, request.Releases), cancellation));
        if (format == OutputFormat.Json)
            JsonOutput.Write(terminal.Output, writer => SimulationJson.Write(result, writer));
        else
            SimulationTable.Write(result, new StyledWriter(terminal.Output, terminal.OutputColour));
        return ExitCode.Done;
    }

    private sealed class Done(IProgress<string> progress, int of) : IProgress<int>
    {
        // More often than that nobody can read it.
        private const int Each = 50;

        public void Report(int value)
        {
            if (value % Each == 0 || value == of)
                progress.Report(string.Create(CultureInfo.InvariantCulture, $"{value:#,0} of {of:#,0} releases"));
        }
    }
}
