using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ReleaseInfra.Stacks.Configuration.Editing;

/// <summary>A value of a YAML text, and where it is written. Indexes count characters of the text.</summary>
/// <param name="Column">Of its key, from 0; what a line beside it is indented by.</param>
internal abstract record WrittenNode(int Column, int Start)
{
    /// <summary>Behind its last character; for an object of lines behind that of its last value.</summary>
    public abstract int End { get; }

    /// <summary>The root of the text.</summary>
    public static WrittenNode Read(string text)
    {
        var parser = new Parser(new StringReader(text));
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        return Read(parser, column: 0);
    }

    public WrittenNode? Find(params ReadOnlySpan<string> path)
    {
        WrittenNode? node = this;
        foreach (var key in path)
            node = (node as WrittenObject)?.Entries.GetValueOrDefault(key);
        return node;
    }

    private static WrittenNode Read(Parser parser, int column)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
            return new WrittenScalar(column, (int)scalar.Start.Index, (int)scalar.End.Index, scalar.Value, scalar.Style);
        if (parser.TryConsume<SequenceStart>(out var sequence))
            return ReadList(parser, column, sequence);
        var start = parser.Consume<MappingStart>();
        var entries = new Dictionary<string, WrittenNode>(StringComparer.Ordinal);
        while (!parser.Accept<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            entries[key.Value] = Read(parser, (int)key.Start.Column - 1);
        }

        var end = parser.Consume<MappingEnd>();
        return new WrittenObject(column, (int)start.Start.Index, entries, start.Style == MappingStyle.Flow ? (int)end.End.Index : null);
    }

    private static WrittenList ReadList(Parser parser, int column, SequenceStart start)
    {
        var last = (int)start.End.Index;
        while (!parser.Accept<SequenceEnd>(out _))
            last = Read(parser, column).End;
        var end = parser.Consume<SequenceEnd>();
        return new WrittenList(column, (int)start.Start.Index, start.Style == SequenceStyle.Flow ? (int)end.End.Index : last);
    }
}

internal sealed record WrittenScalar(int Column, int Start, int Behind, string Value, ScalarStyle Style) : WrittenNode(Column, Start)
{
    public override int End => Behind;
}

internal sealed record WrittenList(int Column, int Start, int Behind) : WrittenNode(Column, Start)
{
    public override int End => Behind;
}

/// <param name="Brace">Behind the closing brace; null where the object stands on lines of its own.</param>
internal sealed record WrittenObject(int Column, int Start, IReadOnlyDictionary<string, WrittenNode> Entries, int? Brace)
    : WrittenNode(Column, Start)
{
    // The parser ends an object of lines only where the next thing begins, behind any comments.
    public override int End => Brace ?? Entries.Values.Select(entry => entry.End).DefaultIfEmpty(Start).Max();
}
