using System.Globalization;
using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Problems;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ReleaseInfra.Stacks.Configuration;

/// <summary>A YAML file as documents, from the parser's own events: every value has its line.</summary>
internal sealed class YamlSource
{
    private const string Encrypted = "secure";

    private readonly Parser _parser;
    private readonly string _file;
    private readonly ProblemList _problems;

    private YamlSource(Parser parser, string file, ProblemList problems) =>
        (_parser, _file, _problems) = (parser, file, problems);

    /// <summary>Null after adding a problem; the file's root must be an object.</summary>
    public static ObjectNode? Read(string text, string file, string holds, ProblemList problems)
    {
        var before = problems.Count;
        var parser = new Parser(new StringReader(text));
        try
        {
            var root = new YamlSource(parser, file, problems).ReadDocument();
            if (root is null or ScalarNode { Kind: ScalarKind.Null })
                problems.Add(DocumentProblems.FileEmpty(file, holds));
            else if (root is not ObjectNode)
                problems.Add(DocumentProblems.Broken(root.Source, "YAML", "the file does not hold keys and values."));
            return problems.Count == before ? (ObjectNode?)root : null;
        }
        catch (YamlException exception)
        {
            problems.Add(Broken(text, file, Later(exception.Start, parser.Current?.End), exception.Message));
        }
        catch (InvalidOperationException)
        {
            // What YamlDotNet's scanner throws when a key cuts off a '{' or '[' that is still open.
            problems.Add(Broken(text, file, parser.Current?.End ?? YamlDotNet.Core.Mark.Empty, "a '{' or '[' before this is not closed"));
        }

        return null;
    }

    private DocumentNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.TryConsume<StreamEnd>(out _))
            return null;
        _parser.Consume<DocumentStart>();
        var root = ReadNode("");
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
            throw new YamlException(second.Start, second.End, "a second document begins here.");
        return root;
    }

    private DocumentNode ReadNode(string path)
    {
        if (_parser.TryConsume<MappingStart>(out var mapping))
            return ReadMapping(Mark(mapping.Start, _file), path);
        if (_parser.TryConsume<SequenceStart>(out var sequence))
            return ReadSequence(Mark(sequence.Start, _file), path);
        if (_parser.TryConsume<Scalar>(out var scalar))
            return ReadScalar(scalar, path);
        var alias = _parser.Consume<AnchorAlias>();
        _problems.Add(DocumentProblems.YamlAlias(Mark(alias.Start, _file), path));
        return new ScalarNode(Mark(alias.Start, _file), path, ScalarKind.Null, "");
    }

    private DocumentNode ReadMapping(SourceMark mark, string path)
    {
        var node = ObjectNode.Empty(mark, path);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (!_parser.TryConsume<Scalar>(out var key))
                throw new YamlException(_parser.Current!.Start, _parser.Current.End, "a key is no plain word.");
            var keyMark = Mark(key.Start, _file);
            var keyPath = DocumentPath.Join(path, key.Value);
            var value = ReadNode(keyPath);
            if (node.Properties.TryGetValue(key.Value, out var first))
                _problems.Add(DocumentProblems.DuplicateKey(Place.Key(keyMark, keyPath), key.Value, first.KeySource));
            else
                node.Properties.Add(key.Value, new DocumentProperty(keyMark, value));
        }

        return node.Properties.Count == 1 && node.Properties.ContainsKey(Encrypted) ? new EncryptedNode(mark, path) : node;
    }

    private ArrayNode ReadSequence(SourceMark mark, string path)
    {
        var items = new List<DocumentNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode(DocumentPath.Item(path, items.Count)));
        return new ArrayNode(mark, path, [.. items]);
    }

    private ScalarNode ReadScalar(Scalar scalar, string path)
    {
        var mark = Mark(scalar.Start, _file);
        if (scalar.Style != ScalarStyle.Plain)
            return new ScalarNode(mark, path, ScalarKind.Text, scalar.Value);
        return scalar.Value switch
        {
            "" or "~" or "null" or "Null" or "NULL" => new ScalarNode(mark, path, ScalarKind.Null, ""),
            "true" or "True" or "TRUE" => new ScalarNode(mark, path, ScalarKind.Boolean, "true"),
            "false" or "False" or "FALSE" => new ScalarNode(mark, path, ScalarKind.Boolean, "false"),
            var text => new ScalarNode(mark, path, IsNumber(text) ? ScalarKind.Number : ScalarKind.Text, text),
        };
    }

    private static bool IsNumber(string text) =>
        (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.')
        && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static SourceMark Mark(Mark mark, string file) => new(file, (int)mark.Line, (int)mark.Column);

    // YamlDotNet names the start of the outermost thing that went wrong, and for a tab the start of the file.
    private static Mark Later(Mark left, Mark? right) => right is not null && right.Value.Index > left.Index ? right.Value : left;

    private static Problem Broken(string text, string file, Mark mark, string reason)
    {
        var line = 0;
        foreach (var written in text.AsSpan().EnumerateLines())
        {
            line++;
            var indentation = written[..^written.TrimStart().Length];
            if (indentation.Contains('\t') && indentation.Length < written.Length)
                return DocumentProblems.Broken(new SourceMark(file, line, indentation.IndexOf('\t') + 1), "YAML", "a tab stands in the indentation.");
        }

        return DocumentProblems.Broken(Mark(mark, file), "YAML", reason.EndsWith('.') ? reason : $"{reason}.");
    }
}
