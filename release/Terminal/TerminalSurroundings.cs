namespace ReleaseInfra.Cli.Terminal;

/// <param name="ColourWanted">Neither NO_COLOR nor a dumb terminal.</param>
internal sealed record TerminalSurroundings(
    TextWriter Output,
    TextWriter Error,
    bool OutputIsTerminal,
    bool ErrorIsTerminal,
    bool ColourWanted);
