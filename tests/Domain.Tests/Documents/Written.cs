using System.Text.Json;
using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Domain.Tests.Documents;

/// <summary>Documents from JSON, without lines: what a rule says does not depend on where a value stands.</summary>
internal static class Written
{
    private static readonly SourceMark Somewhere = new("file", 1, 1);

    public static ObjectNode Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return (ObjectNode)Node(document.RootElement, "");
    }

    private static DocumentNode Node(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => new ObjectNode(Somewhere, path, new(element.EnumerateObject().Select(property => KeyValuePair.Create(
            property.Name,
            new DocumentProperty(Somewhere, Node(property.Value, DocumentPath.Join(path, property.Name))))))),
        JsonValueKind.Array => new ArrayNode(
            Somewhere,
            path,
            [.. element.EnumerateArray().Select((item, index) => Node(item, DocumentPath.Item(path, index)))]),
        JsonValueKind.String => new ScalarNode(Somewhere, path, ScalarKind.Text, element.GetString()!),
        JsonValueKind.Number => new ScalarNode(Somewhere, path, ScalarKind.Number, element.GetRawText()),
        JsonValueKind.True or JsonValueKind.False => new ScalarNode(Somewhere, path, ScalarKind.Boolean, element.GetRawText()),
        _ => new ScalarNode(Somewhere, path, ScalarKind.Null, ""),
    };
}
