using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Stacks.Configuration;

/// <summary>Lines and columns of offsets that only grow: one pass over the text, however many marks are taken.</summary>
internal sealed class LineCounter(byte[] utf8, string file)
{
    private int position;
    private int line = 1;
    private int lineStart;

    public SourceMark MarkAt(int offset)
    {
        for (; position < offset; position++)
        {
            if (utf8[position] != (byte)'\n')
                continue;
            line++;
            lineStart = position + 1;
        }

        return new SourceMark(file, line, offset - lineStart + 1);
    }
}
