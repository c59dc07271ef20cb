using System.Text.Json;

namespace ReleaseInfra.Offline.Generator.Schema;

/// <summary>A JSON value that knows its path, so that every complaint can say where.</summary>
/// <param name="Key">The last step of the path.</param>
internal sealed record SchemaNode(string Path, string Key, JsonElement Value)
{
    public bool IsNumber => Value.ValueKind == JsonValueKind.Number;

    public bool IsText => Value.ValueKind == JsonValueKind.String;

    public static SchemaNode Root(JsonElement value) => new("", "", value);

    /// <summary>The members of an object, in ordinal order.</summary>
    public IReadOnlyList<SchemaNode> Members()
    {
        Demand(JsonValueKind.Object, "an object");
        return [.. Value.EnumerateObject().Select(Child).OrderBy(member => member.Key, StringComparer.Ordinal)];
    }

    public IReadOnlyList<SchemaNode> Elements()
    {
        Demand(JsonValueKind.Array, "a list");
        return [.. Value.EnumerateArray().Select((item, index) => new SchemaNode($"{Path}[{index}]", Key, item))];
    }

    public SchemaNode Member(string key) => MemberOrNone(key) ?? throw Problem($"lacks '{key}'");

    public SchemaNode? MemberOrNone(string key)
    {
        Demand(JsonValueKind.Object, "an object");
        return Value.TryGetProperty(key, out var member) ? new SchemaNode($"{Path}/{key}", key, member) : null;
    }

    public string Text()
    {
        Demand(JsonValueKind.String, "text");
        return Value.GetString()!;
    }

    public int WholeNumber() =>
        IsNumber && Value.TryGetInt32(out var number) ? number : throw Problem($"is {Value.GetRawText()}, not a whole number");

    public bool Flag() => Value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Problem($"is {Value.GetRawText()}, not true or false"),
    };

    public void Allow(params string[] known)
    {
        var unknown = Members().FirstOrDefault(member => Array.IndexOf(known, member.Key) < 0);
        if (unknown is not null)
            throw Problem($"has '{unknown.Key}', which the generator does not know (known: {string.Join(", ", known)})");
    }

    public SchemaException Problem(string what) => new($"{(Path.Length == 0 ? "the slice" : Path)} {what}");

    private SchemaNode Child(JsonProperty member) => new($"{Path}/{member.Name}", member.Name, member.Value);

    private void Demand(JsonValueKind kind, string name)
    {
        if (Value.ValueKind != kind)
            throw Problem($"is {Value.GetRawText()}, not {name}");
    }
}
