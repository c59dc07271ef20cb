using System.Collections;

namespace ReleaseInfra.Cli.Reports.Page.Markup;

/// <summary>An element of HTML, or of the SVG in it.</summary>
/// <param name="attributes">One without a value is left out; one with an empty value is only named.</param>
internal sealed class Element(string name, params (string Name, string? Value)[] attributes) : Node, IEnumerable
{
    private static readonly HashSet<string> Void = ["br", "col", "input", "meta"];

    private readonly List<Node> _children = [];

    public void Add(Node? child)
    {
        if (child is not null)
            _children.Add(child);
    }

    public void Add(IEnumerable<Node> children) => _children.AddRange(children);

    public override void WriteTo(TextWriter html)
    {
        html.Write('<');
        html.Write(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is null)
                continue;
            html.Write(' ');
            html.Write(attribute);
            if (value.Length == 0)
                continue;
            html.Write("=\"");
            Text.WriteEscaped(html, value);
            html.Write('"');
        }

        html.Write('>');
        if (Void.Contains(name))
            return;
        foreach (var child in _children)
            child.WriteTo(html);
        html.Write("</");
        html.Write(name);
        html.Write('>');
    }

    IEnumerator IEnumerable.GetEnumerator() => _children.GetEnumerator();
}
