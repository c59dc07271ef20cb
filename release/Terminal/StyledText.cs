namespace ReleaseInfra.Cli.Terminal;

/// <param name="Text">Without a line end.</param>
internal readonly record struct StyledText(Style Style, string Text)
{
    /// <summary>
    /// What others wrote, on one line and without a control character: a message from elsewhere never moves the cursor of whoever
    /// reads it.
    /// </summary>
    public static string OneLine(string text) => string.Create(text.Length, text, static (line, from) =>
    {
        for (var at = 0; at < line.Length; at++)
            line[at] = char.IsControl(from[at]) || from[at] is '\u2028' or '\u2029' ? ' ' : from[at];
    });
}
