namespace ReleaseInfra.Cli.Terminal;

/// <summary>Writes styled text; without colour not one escape code.</summary>
internal sealed class StyledWriter(TextWriter writer, bool colour)
{
    private const string Reset = "\e[0m";

    public void Write(string text) => writer.Write(text);

    public void Write(Style style, string text)
    {
        if (!colour || style == Style.Plain)
        {
            writer.Write(text);
            return;
        }

        writer.Write(Code(style));
        writer.Write(text);
        writer.Write(Reset);
    }

    public void WriteLine(string text = "") => writer.WriteLine(text);

    public void WriteLine(StyledLine line)
    {
        foreach (var piece in line.Pieces)
            Write(piece.Style, piece.Text);
        writer.WriteLine();
    }

    public void WriteLine(Style style, string text)
    {
        Write(style, text);
        writer.WriteLine();
    }

    private static string Code(Style style) => style switch
    {
        Style.Heading => "\e[1m",
        Style.Muted => "\e[2m",
        Style.Added => "\e[32m",
        Style.Changed => "\e[33m",
        Style.Replaced => "\e[35m",
        Style.Removed => "\e[31m",
        Style.Problem => "\e[1;31m",
        _ => throw new ArgumentOutOfRangeException(nameof(style), style, "Every style but plain has a code."),
    };
}
