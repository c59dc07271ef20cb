using ReleaseInfra.Offline.Generator.Schema;

namespace ReleaseInfra.Offline.Generator.Naming;

/// <summary>Writes a schema type as C#, for each of the places where one can stand.</summary>
internal sealed class TypeNames(SchemaPackage package, PackageConventions conventions)
{
    private const string Immutable = "global::System.Collections.Immutable.Immutable";
    private const string Collections = "global::System.Collections.Generic.";

    /// <summary>An input property: <c>Input</c>, <c>InputUnion</c>, <c>InputList</c> or <c>InputMap</c>.</summary>
    public string Input(SchemaType type) => type switch
    {
        SchemaType.List list => $"InputList<{InputValue(list.Element)}>",
        SchemaType.Map map => $"InputMap<{InputValue(map.Element)}>",
        SchemaType.Union union => $"InputUnion<{InputValue(union.First)}, {InputValue(union.Second)}>",
        _ => $"Input<{InputValue(type)}>",
    };

    /// <summary>An argument of a function that takes no outputs; collections are the mutable ones.</summary>
    public string Plain(SchemaType type) => type switch
    {
        SchemaType.List list => $"{Collections}List<{Plain(list.Element)}>",
        SchemaType.Map map => $"{Collections}Dictionary<string, {Plain(map.Element)}>",
        _ => InputValue(type),
    };

    /// <summary>What an output holds, with its question mark. A list has none: where absent, it is the default array.</summary>
    public string Output(SchemaType type, bool required) =>
        required || type is SchemaType.List ? OutputValue(type) : $"{OutputValue(type)}?";

    public string EnumMember(string name, string value)
    {
        if (Find(package.Enums, name, "enum") is not SchemaEnum.OfText texts)
            throw new SchemaException($"the default '{value}' is text, and the enum '{name}' has numbers");
        var known = string.Join(", ", texts.Members.Select(candidate => candidate.Value));
        var member = texts.Members.FirstOrDefault(candidate => candidate.Value == value)
            ?? throw new SchemaException($"the enum '{name}' has no value '{value}' (known: {known})");
        return $"{Enum(name)}.{MemberNames.EnumMember(member.Name)}";
    }

    private string InputValue(SchemaType type) => type switch
    {
        SchemaType.Simple simple => simple.Keyword,
        SchemaType.List list => $"{Immutable}Array<{InputValue(list.Element)}>",
        SchemaType.Map map => $"{Immutable}Dictionary<string, {InputValue(map.Element)}>",
        SchemaType.Nested nested => NestedInput(nested.Name),
        SchemaType.Enum named => Enum(named.Name),
        SchemaType.Union union => $"Union<{InputValue(union.First)}, {InputValue(union.Second)}>",
        SchemaType.Anything => "object",
        _ => throw new SchemaException($"{type} cannot be an input"),
    };

    private string OutputValue(SchemaType type) => type switch
    {
        SchemaType.Simple simple => simple.Keyword,
        SchemaType.List list => $"{Immutable}Array<{OutputValue(list.Element)}>",
        SchemaType.Map map => $"{Immutable}Dictionary<string, {OutputValue(map.Element)}>",
        SchemaType.Response response => Response(response.Name),
        SchemaType.Enum named => Enum(named.Name),
        SchemaType.Union or SchemaType.Anything => "object",
        _ => throw new SchemaException($"{type} cannot be an output"),
    };

    private string NestedInput(string name)
    {
        Find(package.Types, name, "type");
        var home = TypeHome.Of(name, conventions);
        return $"global::{home.Namespace}.Inputs.{home.Name}{conventions.NestedInputSuffix}";
    }

    private string Response(string name)
    {
        Find(package.Responses, name, "response");
        var home = TypeHome.Of(name, conventions);
        return $"global::{home.Namespace}.Outputs.{home.Name}";
    }

    private string Enum(string name)
    {
        Find(package.Enums, name, "enum");
        var home = TypeHome.Of(name, conventions);
        return $"global::{home.Namespace}.{home.Name}";
    }

    private static TValue Find<TValue>(SortedDictionary<string, TValue> named, string name, string kind) =>
        named.TryGetValue(name, out var found) ? found : throw new SchemaException($"the {kind} '{name}' is not in the slice");
}
