using ReleaseInfra.Cli.Engine.State;
using ReleaseInfra.Cli.Reports;
using ReleaseInfra.Cli.Reports.Page;
using ReleaseInfra.Cli.Terminal;

namespace ReleaseInfra.Cli.Commands;

/// <summary>Makes the page that shows a release, from its journal.</summary>
internal sealed class ReportCommand(Workbench workbench, ITerminal terminal)
{
    private const string ToOutput = "-";
    private const string File = "report.html";

    public async Task<ExitCode> RunAsync(ReportArguments arguments, CancellationToken cancellation)
    {
        if (arguments is { Output: ToOutput, Format: OutputFormat.Json })
            throw ReleaseFailure.TwoOutputs();
        var stack = KnownStack.Of(arguments.Stack).Name;
        var release = arguments.Release is { } id
            ? await RecordedRelease.OneAsync(workbench.Journals, stack, id, cancellation)
            : await RecordedRelease.NewestAsync(workbench.Journals, stack, cancellation);
        var report = new ReleaseReport(release);
        if (arguments.Output == ToOutput)
        {
            terminal.Output.Write(ReportPage.Text(report));
            return ExitCode.Done;
        }

        var own = new StackFolder(workbench.Folder, stack);
        var path = arguments.Output is { } file ? Path.GetFullPath(file, workbench.CurrentFolder) : own.PathOf(File);
        await ReportPage.WriteAsync(report, path, cancellation);
        Tell(stack, release, arguments.Output ?? own.NameOf(File), arguments.Format);
        return ExitCode.Done;
    }

    private void Tell(string stack, RecordedRelease release, string file, OutputFormat format)
    {
        if (format == OutputFormat.Json)
            ReportJson.Write(stack, release, file, terminal.Output);
        else
            terminal.Output.WriteLine($"The report of release {release.Began.Id} is in {file}");
    }
}
