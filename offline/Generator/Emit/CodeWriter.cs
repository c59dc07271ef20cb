using System.Text;

namespace ReleaseInfra.Offline.Generator.Emit;

/// <summary>Text with an indentation. Lines end with a line feed on every machine, so that the output is the same.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string line = "")
    {
        if (line.Length > 0)
            _text.Append(' ', _depth * 4).Append(line);
        _text.Append('\n');
    }

    /// <summary>Several lines, each at the present depth.</summary>
    public void Lines(string lines)
    {
        foreach (var line in lines.Split('\n'))
            Line(line.TrimEnd('\r'));
    }

    /// <param name="ending">What follows the closing brace.</param>
    public void Block(string head, Action body, string ending = "")
    {
        Line(head);
        Line("{");
        _depth++;
        body();
        _depth--;
        Line($"}}{ending}");
    }

    public override string ToString() => _text.ToString();
}
