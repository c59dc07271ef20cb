using System.Text;
using System.Text.Json;
using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Stacks.Configuration;

/// <summary>
/// What a configuration of strings does not keep of a JSON text: places, kinds, the lengths of lists, and keys that stand
/// there twice. Comments and trailing commas are taken, as Microsoft.Extensions.Configuration does.
/// </summary>
internal sealed class JsonSource
{
    private static readonly JsonReaderOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private readonly Func<int, SourceMark> _markAt;
    private readonly ProblemList _problems;

    private JsonSource(Func<int, SourceMark> markAt, ProblemList problems) => (_markAt, _problems) = (markAt, problems);

    /// <summary>Null after adding a problem; the file's root must be an object.</summary>
    public static ObjectNode? ReadFile(byte[] utf8, string file, ProblemList problems)
    {
        var before = problems.Count;
        try
        {
            var root = new JsonSource(new LineCounter(utf8, file).MarkAt, problems).ReadText(utf8, "");
            if (root is ObjectNode read)
                return problems.Count == before ? read : null;
            problems.Add(DocumentProblems.Broken(root.Source, "JSON", "the file does not hold an object."));
        }
        catch (JsonException exception)
        {
            problems.Add(Broken(exception, file));
        }

        return null;
    }

    /// <summary>A value as the engine hands it over: from no line of any file.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static DocumentNode ReadValue(string json, string file, string path, ProblemList problems)
    {
        var nowhere = new SourceMark(file, 0, 0);
        return new JsonSource(_ => nowhere, problems).ReadText(Encoding.UTF8.GetBytes(json), path);
    }

    private DocumentNode ReadText(byte[] utf8, string path)
    {
        var reader = new Utf8JsonReader(utf8, Options);
        reader.Read();
        var root = ReadNode(ref reader, path);
        // Whatever follows the value is refused by the reader itself.
        while (reader.Read())
        {
        }

        return root;
    }

    private DocumentNode ReadNode(ref Utf8JsonReader reader, string path)
    {
        var mark = _markAt((int)reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(ref reader, mark, path),
            JsonTokenType.StartArray => ReadArray(ref reader, mark, path),
            JsonTokenType.String => new ScalarNode(mark, path, ScalarKind.Text, reader.GetString()!),
            JsonTokenType.Number => new ScalarNode(mark, path, ScalarKind.Number, Encoding.UTF8.GetString(reader.ValueSpan)),
            JsonTokenType.True => new ScalarNode(mark, path, ScalarKind.Boolean, "true"),
            JsonTokenType.False => new ScalarNode(mark, path, ScalarKind.Boolean, "false"),
            JsonTokenType.Null => new ScalarNode(mark, path, ScalarKind.Null, ""),
            _ => throw new JsonException($"Unexpected {reader.TokenType}."),
        };
    }

    private ObjectNode ReadObject(ref Utf8JsonReader reader, SourceMark mark, string path)
    {
        var node = ObjectNode.Empty(mark, path);
        var seen = new Dictionary<string, SourceMark>(StringComparer.OrdinalIgnoreCase);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            var keyMark = _markAt((int)reader.TokenStartIndex);
            var key = Place.Key(keyMark, DocumentPath.Join(path, name));
            reader.Read();
            var value = ReadNode(ref reader, key.Path);
            if (name.Length == 0 || name.Contains(':', StringComparison.Ordinal))
                _problems.Add(DocumentProblems.KeyNotUsable(key, name));
            else if (!seen.TryAdd(name, keyMark))
                _problems.Add(DocumentProblems.DuplicateKey(key, name, seen[name]));
            else
                node.Properties.Add(name, new DocumentProperty(keyMark, value));
        }

        return node;
    }

    private ArrayNode ReadArray(ref Utf8JsonReader reader, SourceMark mark, string path)
    {
        var items = new List<DocumentNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(ReadNode(ref reader, DocumentPath.Item(path, items.Count)));
        return new ArrayNode(mark, path, [.. items]);
    }

    // The exception's own message repeats line and position, counted from 0.
    private static Problem Broken(JsonException exception, string file)
    {
        var mark = new SourceMark(file, (int)(exception.LineNumber ?? -1) + 1, (int)(exception.BytePositionInLine ?? -1) + 1);
        var message = exception.Message;
        var tail = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return DocumentProblems.Broken(mark, "JSON", tail < 0 ? message : message[..tail]);
    }
}
