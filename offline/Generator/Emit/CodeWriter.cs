using System.Text;

namespace ReleaseInfra.Offline.Generator.Emit;

/// <summary>Text with an indentation. Lines end with a line feed on every machine, so that the output is the same.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    public void Line(string line = "")
    {
        if (line.Length > 0)
            text.Append(' ', depth * 4).Append(line);
        text.Append('\n');
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
        depth++;
        body();
        depth--;
        Line($"}}{ending}");
    }

    public override string ToString() => text.ToString();
}
