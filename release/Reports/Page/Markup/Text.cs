namespace ReleaseInfra.Cli.Reports.Page.Markup;

internal sealed class Text(string text) : Node
{
    public override void WriteTo(TextWriter html) => WriteEscaped(html, text);

    /// <summary>Fit for a text and for an attribute in double quotes. Control characters have no place in HTML, and none here.</summary>
    public static void WriteEscaped(TextWriter html, string text)
    {
        foreach (var letter in text)
        {
            switch (letter)
            {
                case '&':
                    html.Write("&amp;");
                    break;
                case '<':
                    html.Write("&lt;");
                    break;
                case '>':
                    html.Write("&gt;");
                    break;
                case '"':
                    html.Write("&quot;");
                    break;
                case '\'':
                    html.Write("&#39;");
                    break;
                case var control when char.IsControl(control):
                    html.Write(' ');
                    break;
                default:
                    html.Write(letter);
                    break;
            }
        }
    }
}
