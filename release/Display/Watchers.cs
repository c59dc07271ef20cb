using ReleaseInfra.Cli.Commands;
using ReleaseInfra.Cli.Terminal;

namespace ReleaseInfra.Cli.Display;

/// <summary>How a running release is shown, by where it is shown.</summary>
internal static class Watchers
{
    /// <param name="earlier">What the journal had before this process took it over; null for a release that begins.</param>
    public static IJournalWatcher For(ITerminal terminal, OutputFormat format, TimeProvider clock, ReleaseBoard? earlier = null)
    {
        if (format == OutputFormat.Json)
            return new JsonLines(terminal.Output);
        return terminal.OutputSize is null
            ? new EventLines(terminal.Output, terminal.OutputColour)
            : new LiveTable(terminal, clock, earlier);
    }
}
