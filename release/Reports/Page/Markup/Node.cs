namespace ReleaseInfra.Cli.Reports.Page.Markup;

/// <summary>A piece of a page. What others wrote becomes a <see cref="Text"/> or an attribute, and both are escaped: there is no other way in.</summary>
internal abstract class Node
{
    public abstract void WriteTo(TextWriter html);

    public sealed override string ToString()
    {
        using var html = new StringWriter { NewLine = "\n" };
        WriteTo(html);
        return html.ToString();
    }

    public static implicit operator Node(string text) => new Text(text);
}
