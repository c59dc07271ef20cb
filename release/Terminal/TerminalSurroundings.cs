namespace ReleaseInfra.Cli.Terminal;

/// <param name="ColourWanted">Neither NO_COLOR nor a dumb terminal.</param>
internal sealed record TerminalSurroundings(
    TextReader Input,
    TextWriter Output,
    TextWriter Error,
    bool InputIsTerminal,
    bool OutputIsTerminal,
    bool ErrorIsTerminal,
    bool ColourWanted);
