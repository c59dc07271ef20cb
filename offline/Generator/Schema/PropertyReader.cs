using System.Text.Json;

namespace ReleaseInfra.Offline.Generator.Schema;

internal static class PropertyReader
{
    private static readonly SchemaType.Simple Text = new("string");

    private static readonly SortedDictionary<string, SchemaType> Simple = new(StringComparer.Ordinal)
    {
        ["string"] = Text,
        ["boolean"] = new SchemaType.Simple("bool"),
        ["integer"] = new SchemaType.Simple("int"),
        ["number"] = new SchemaType.Simple("double"),
        ["any"] = new SchemaType.Anything(),
    };

    public static IReadOnlyList<SchemaProperty> Properties(SchemaNode node) => [.. node.Members().Select(Property)];

    private static SchemaProperty Property(SchemaNode node)
    {
        node.Allow("is", "required", "default");
        return new SchemaProperty(
            node.Key,
            Type(node.Member("is")),
            node.MemberOrNone("required")?.Flag() ?? false,
            node.MemberOrNone("default") is { } value ? Default(value) : null);
    }

    private static SchemaType Type(SchemaNode node)
    {
        if (node.IsText)
            return Simple.TryGetValue(node.Text(), out var simple) ? simple : throw Unknown(node, node.Text());
        var members = node.Members();
        if (members.Count != 1)
            throw node.Problem($"is a type with {members.Count} keys, and a type has one");
        var only = members[0];
        return only.Key switch
        {
            "list" => new SchemaType.List(Type(only)),
            "map" => new SchemaType.Map(Type(only)),
            "type" => new SchemaType.Nested(only.Text()),
            "response" => new SchemaType.Response(only.Text()),
            "enum" => new SchemaType.Enum(only.Text()),
            "union" => Union(only),
            // The packages type a constant as text; the program writes the value itself.
            "const" => Text,
            _ => throw Unknown(node, only.Key),
        };
    }

    private static SchemaType Union(SchemaNode node)
    {
        var cases = node.Elements();
        return cases.Count switch
        {
            < 2 => throw node.Problem("is a union of fewer than two types"),
            2 => new SchemaType.Union(Type(cases[0]), Type(cases[1])),
            _ => new SchemaType.Anything(),
        };
    }

    private static SchemaDefault Default(SchemaNode node) => node.Value.ValueKind switch
    {
        JsonValueKind.String => new SchemaDefault.Text(node.Text()),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => new SchemaDefault.Literal(node.Value.GetRawText()),
        _ => throw node.Problem($"is {node.Value.GetRawText()}, and a default is text, a number or a boolean"),
    };

    private static SchemaException Unknown(SchemaNode node, string name)
    {
        var simple = string.Join(", ", Simple.Keys);
        return node.Problem($"is of the unknown type '{name}' (known: {simple}, list, map, type, response, enum, union, const)");
    }
}
