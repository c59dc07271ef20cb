using System.Text.Json;

namespace ReleaseInfra.Offline.Generator.Schema;

/// <summary>Reads a slice. What it does not know is an error, since a silently dropped key would be another API.</summary>
internal static class SchemaReader
{
    /// <exception cref="SchemaException">The text is not JSON, or not a slice.</exception>
    public static SchemaPackage Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Package(SchemaNode.Root(document.RootElement));
        }
        catch (JsonException problem)
        {
            throw new SchemaException($"not JSON: {problem.Message}");
        }
    }

    private static SchemaPackage Package(SchemaNode root)
    {
        root.Allow("package", "version", "resources", "functions", "types", "responses", "enums");
        return new SchemaPackage(
            root.Member("package").Text(),
            root.Member("version").Text(),
            [.. root.Member("resources").Members().Select(Resource)],
            [.. root.Member("functions").Members().Select(Function)],
            ByName(root.Member("types"), PropertyReader.Properties),
            ByName(root.Member("responses"), PropertyReader.Properties),
            ByName(root.Member("enums"), Enum));
    }

    private static SchemaResource Resource(SchemaNode node)
    {
        node.Allow("module", "name", "inputs", "outputs", "secretOutputs", "replaceOnChanges");
        return new SchemaResource(
            node.Key,
            node.Member("module").Text(),
            node.Member("name").Text(),
            PropertyReader.Properties(node.Member("inputs")),
            PropertyReader.Properties(node.Member("outputs")),
            Texts(node.MemberOrNone("secretOutputs")),
            Texts(node.MemberOrNone("replaceOnChanges")));
    }

    private static SchemaFunction Function(SchemaNode node)
    {
        node.Allow("module", "name", "args", "result");
        return new SchemaFunction(
            node.Key,
            node.Member("module").Text(),
            node.Member("name").Text(),
            PropertyReader.Properties(node.Member("args")),
            PropertyReader.Properties(node.Member("result")));
    }

    private static SchemaEnum Enum(SchemaNode node)
    {
        var members = node.Members();
        return members.Any(member => member.IsNumber)
            ? new SchemaEnum.OfNumbers([.. members.Select(member => new EnumMember<int>(member.Key, member.WholeNumber()))])
            : new SchemaEnum.OfText([.. members.Select(member => new EnumMember<string>(member.Key, member.Text()))]);
    }

    private static IReadOnlyList<string> Texts(SchemaNode? list) =>
        list is null ? [] : [.. list.Elements().Select(item => item.Text())];

    private static SortedDictionary<string, TValue> ByName<TValue>(SchemaNode node, Func<SchemaNode, TValue> read)
    {
        var named = new SortedDictionary<string, TValue>(StringComparer.Ordinal);
        foreach (var member in node.Members())
            named.Add(member.Key, read(member));
        return named;
    }
}
