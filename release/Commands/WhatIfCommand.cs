using System.Collections.Immutable;
using ReleaseInfra.Cli.Reports;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Journal.Numbers;

namespace ReleaseInfra.Cli.Commands;

/// <summary>Says what other thresholds would have made of past releases, and changes nothing.</summary>
internal sealed class WhatIfCommand(Workbench workbench, ITerminal terminal, TimeProvider clock)
{
    public async Task<ExitCode> RunAsync(WhatIfArguments arguments, CancellationToken cancellation)
    {
        var stack = KnownStack.Of(arguments.Stack).Name;
        var thresholds = ReleaseFailure.Try<IEnumerable<string>, Thresholds>(arguments.Thresholds, Thresholds.Parse);
        var since = arguments.Since is { } text ? Since.Parse(text, clock.GetUtcNow()) : DateTimeOffset.MinValue;
        ImmutableArray<ReleaseInHindsight> releases =
        [
            .. (await RecordedRelease.AllAsync(workbench.Journals, stack, cancellation))
                .Where(release => release.LastAt >= since)
                .Select(release => ReleaseInHindsight.Of(release, thresholds)),
        ];

        if (releases.IsEmpty)
            throw ReleaseFailure.NoReleases(stack);
        if (arguments.Format == OutputFormat.Json)
            WhatIfJson.Write(stack, arguments.Thresholds, releases, terminal.Output);
        else
            WhatIfText.Write(releases, new StyledWriter(terminal.Output, terminal.OutputColour));
        return ExitCode.Done;
    }
}
