using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Stacks.Configuration;

/// <summary>Lines and columns of offsets that only grow: one pass over the text, however many marks are taken.</summary>
internal sealed class LineCounter(byte[] utf8, string file)
{
    private int _position;
    private int _line = 1;
    private int _lineStart;

    public SourceMark MarkAt(int offset)
    {
        for (; _position < offset; _position++)
        {
            if (utf8[_position] != (byte)'\n')
                continue;
            _line++;
            _lineStart = _position + 1;
        }

        return new SourceMark(file, _line, offset - _lineStart + 1);
    }
}
