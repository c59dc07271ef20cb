namespace ReleaseInfra.Cli.Terminal;

/// <param name="OutputSize">Of the output where that is a terminal; null for one that cannot move its cursor.</param>
/// <param name="ColourWanted">Neither NO_COLOR nor a dumb terminal.</param>
internal sealed record TerminalSurroundings(
    TextReader Input,
    TextWriter Output,
    TextWriter Error,
    bool InputIsTerminal,
    bool OutputIsTerminal,
    bool ErrorIsTerminal,
    Func<TerminalSize?> OutputSize,
    bool ColourWanted);
