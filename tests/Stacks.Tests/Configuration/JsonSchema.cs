using System.Text.Json;
using System.Text.RegularExpressions;

namespace ReleaseInfra.Stacks.Tests.Configuration;

/// <summary>The keywords of JSON Schema 2020-12 that the repository's schemas use; another one is an error.</summary>
internal sealed class JsonSchema(JsonElement root)
{
    private static readonly string[] Annotations = ["$schema", "$defs", "title", "description", "examples"];

    public IEnumerable<string> Violations(JsonElement value) => Check(root, value, "$");

    private IEnumerable<string> Check(JsonElement schema, JsonElement value, string path) => schema.ValueKind switch
    {
        JsonValueKind.True => [],
        JsonValueKind.False => [$"{path} is not known"],
        _ => schema.EnumerateObject().SelectMany(keyword => Check(schema, keyword, value, path)),
    };

    private IEnumerable<string> Check(JsonElement schema, JsonProperty keyword, JsonElement value, string path)
    {
        var rule = keyword.Value;
        var (isText, isNumber, isList) =
            (value.ValueKind == JsonValueKind.String, value.ValueKind == JsonValueKind.Number, value.ValueKind == JsonValueKind.Array);
        return keyword.Name switch
        {
            _ when Annotations.Contains(keyword.Name) => [],
            "$ref" => Check(root.GetProperty("$defs").GetProperty(rule.GetString()!["#/$defs/".Length..]), value, path),
            "type" => When(!Types(rule).Any(type => IsOf(type, value)), $"{path} is no {string.Join(" or ", Types(rule))}"),
            "enum" => When(rule.EnumerateArray().All(word => !JsonElement.DeepEquals(word, value)), $"{path} is none of the words"),
            "minimum" => When(isNumber && value.GetDecimal() < rule.GetDecimal(), $"{path} is below {rule}"),
            "maximum" => When(isNumber && value.GetDecimal() > rule.GetDecimal(), $"{path} is above {rule}"),
            "pattern" => When(isText && !Regex.IsMatch(value.GetString()!, rule.GetString()!), $"{path} does not match {rule}"),
            "minLength" => When(isText && value.GetString()!.Length < rule.GetInt32(), $"{path} is shorter than {rule}"),
            "maxLength" => When(isText && value.GetString()!.Length > rule.GetInt32(), $"{path} is longer than {rule}"),
            "minItems" => When(isList && value.GetArrayLength() < rule.GetInt32(), $"{path} has fewer items than {rule}"),
            "maxItems" => When(isList && value.GetArrayLength() > rule.GetInt32(), $"{path} has more items than {rule}"),
            "items" => isList ? value.EnumerateArray().SelectMany((item, index) => Check(rule, item, $"{path}[{index}]")) : [],
            "required" => rule.EnumerateArray()
                .Where(key => value.ValueKind == JsonValueKind.Object && !value.TryGetProperty(key.GetString()!, out _))
                .Select(key => $"{path}.{key} is missing"),
            "propertyNames" => Names(value).SelectMany(name => Check(rule, JsonSerializer.SerializeToElement(name), $"{path}.{name}")),
            "properties" or "patternProperties" => [],
            "additionalProperties" => Names(value).SelectMany(name => CheckProperty(schema, name, value.GetProperty(name), $"{path}.{name}")),
            "anyOf" => When(!rule.EnumerateArray().Any(choice => !Check(choice, value, path).Any()), $"{path} fits nothing"),
            "oneOf" => When(rule.EnumerateArray().Count(choice => !Check(choice, value, path).Any()) != 1, $"{path} fits not exactly one form"),
            _ => throw new NotSupportedException($"The test does not know the keyword '{keyword.Name}'."),
        };
    }

    // Every object of the schemas states additionalProperties, so the three keywords are judged together.
    private IEnumerable<string> CheckProperty(JsonElement schema, string name, JsonElement value, string path)
    {
        if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out var known))
            return Check(known, value, path);
        if (schema.TryGetProperty("patternProperties", out var patterns) && patterns.EnumerateObject().Any(pattern => Regex.IsMatch(name, pattern.Name)))
            return [];
        return Check(schema.GetProperty("additionalProperties"), value, path);
    }

    private static IEnumerable<string> Names(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? value.EnumerateObject().Select(property => property.Name) : [];

    private static IEnumerable<string> Types(JsonElement rule) =>
        rule.ValueKind == JsonValueKind.Array ? rule.EnumerateArray().Select(type => type.GetString()!) : [rule.GetString()!];

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => throw new NotSupportedException($"The test does not know the type '{type}'."),
    };

    private static IEnumerable<string> When(bool broken, string violation) => broken ? [violation] : [];
}
