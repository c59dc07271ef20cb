using System.Globalization;
using ReleaseInfra.Cli.Simulate;
using ReleaseInfra.Cli.Simulate.Views;
using ReleaseInfra.Cli.Terminal;

namespace ReleaseInfra.Cli.Commands;

/// <summary>Plays many releases by clocks of their own, and shows how they went.</summary>
internal sealed class Simulating(Workbench bench, ITerminal terminal)
{
    public async Task<ExitCode> RunAsync(SimulationRequest request, OutputFormat format, CancellationToken cancellation)
    {
        var result = await terminal.TrackAsync(
            "Simulating",
            progress => new Simulation(bench).RunAsync(request, new Played(progress, request.Releases), cancellation));
        if (format == OutputFormat.Json)
            JsonOutput.Write(terminal.Output, writer => SimulationJson.Write(result, writer));
        else
            SimulationTable.Write(result, new StyledWriter(terminal.Output, terminal.OutputColour));
        return ExitCode.Done;
    }

    private sealed class Played(IProgress<string> progress, int all) : IProgress<int>
    {
        public void Report(int value) => progress.Report(string.Create(CultureInfo.InvariantCulture, $"{value:#,0} of {all:#,0} releases"));
    }
}
