using System.Collections.Immutable;
using ReleaseInfra.Cli.Reports;
using ReleaseInfra.Cli.Terminal;

namespace ReleaseInfra.Cli.Commands;

/// <summary>Judges again what was decided, from what was recorded. By the same rules it must come out the same.</summary>
internal sealed class ReplayCommand(Workbench workbench, ITerminal terminal)
{
    public async Task<ExitCode> RunAsync(ReplayArguments arguments, CancellationToken cancellation)
    {
        if (arguments is { All: true, Release: not null })
            throw ReleaseFailure.OneOrAll();
        var stack = KnownStack.Of(arguments.Stack).Name;
        ImmutableArray<RecordedRelease> releases = arguments.Release is { } release
            ? [await RecordedRelease.OneAsync(workbench.Journals, stack, release, cancellation)]
            : await RecordedRelease.AllAsync(workbench.Journals, stack, cancellation);
        ImmutableArray<ReplayedRelease> replayed =
            [.. (arguments.All ? releases : releases[..1]).Select(ReplayedRelease.Of)];

        if (arguments.Format == OutputFormat.Json)
            ReplayJson.Write(stack, replayed, terminal.Output);
        else
            ReplayText.Write(replayed, new StyledWriter(terminal.Output, terminal.OutputColour));
        // That nothing was judged is no agreement.
        return replayed.Any(one => one.Result.Decisions > 0) && replayed.All(one => one.Result.Findings.IsEmpty)
            ? ExitCode.Done
            : ExitCode.PlanChanged;
    }
}
