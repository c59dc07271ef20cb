using System.Collections.Immutable;
using System.Text.Json;

namespace ReleaseInfra.Rehearsal.Values;

internal static class ValueJson
{
    public static void Write(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case ImmutableArray<object> list:
                writer.WriteStartArray();
                foreach (var item in list)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case ImmutableSortedDictionary<string, object> map:
                writer.WriteStartObject();
                foreach (var (key, entry) in map)
                {
                    writer.WritePropertyName(key);
                    Write(writer, entry);
                }

                writer.WriteEndObject();
                break;
            default:
                throw new ArgumentException($"{value.GetType().Name} has no JSON.", nameof(value));
        }
    }

    public static object? Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Array => element.EnumerateArray().Select(Read).OfType<object>().ToImmutableArray(),
        JsonValueKind.Object => ReadMap(element),
        _ => throw new JsonException($"{element.ValueKind} is no property value."),
    };

    /// <exception cref="JsonException">It is no object.</exception>
    public static ImmutableSortedDictionary<string, object> ReadMap(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new JsonException($"An object is expected, not {element.ValueKind}.");

        var map = PlainValues.Empty.ToBuilder();
        foreach (var property in element.EnumerateObject())
        {
            if (Read(property.Value) is { } value)
                map[property.Name] = value;
        }

        return map.ToImmutable();
    }
}
