using System.Collections.Immutable;
using System.Text.Json;

namespace ReleaseInfra.Cli.Engine.Values;

/// <summary>Values as JSON: canonical for keeping (a secret as its digest), readable for showing (a secret as a word).</summary>
internal static class InputValueJson
{
    /// <summary>Starts with a character that no wire name starts with.</summary>
    private const string SecretKey = "$secret";

    public static void Keep(Utf8JsonWriter writer, InputValue value) => Write(writer, value, KeepSecret);

    public static void Show(Utf8JsonWriter writer, InputValue? value) =>
        Write(writer, value ?? NullValue.Instance, (to, _) => to.WriteStringValue(InputValueText.Secret));

    /// <exception cref="JsonException">No such value is ever kept.</exception>
    public static InputValue Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => NullValue.Instance,
        JsonValueKind.True => new BooleanValue(true),
        JsonValueKind.False => new BooleanValue(false),
        JsonValueKind.Number => new NumberValue(element.GetDouble()),
        JsonValueKind.String => new TextValue(element.GetString()!),
        JsonValueKind.Array => new ListValue([.. element.EnumerateArray().Select(Read)]),
        JsonValueKind.Object when element.TryGetProperty(SecretKey, out var digest) => new SecretValue(digest.GetString()),
        JsonValueKind.Object => MapValue.Of(element.EnumerateObject().Select(member => new MapEntry(member.Name, Read(member.Value)))),
        var kind => throw new JsonException($"A value of kind {kind} is never kept."),
    };

    private static void Write(Utf8JsonWriter writer, InputValue value, Action<Utf8JsonWriter, SecretValue> secret)
    {
        switch (value)
        {
            case NullValue:
                writer.WriteNullValue();
                break;
            case BooleanValue flag:
                writer.WriteBooleanValue(flag.Value);
                break;
            case NumberValue number:
                writer.WriteNumberValue(number.Value);
                break;
            case TextValue text:
                writer.WriteStringValue(text.Value);
                break;
            case SecretValue hidden:
                secret(writer, hidden);
                break;
            case UnknownValue:
                writer.WriteStringValue(InputValueText.Unknown);
                break;
            case ListValue list:
                WriteList(writer, list.Items, secret);
                break;
            case MapValue map:
                WriteMap(writer, map.Entries, secret);
                break;
            default:
                throw new InvalidOperationException($"{value.GetType().Name} has no JSON.");
        }
    }

    private static void WriteList(
        Utf8JsonWriter writer,
        ImmutableArray<InputValue> items,
        Action<Utf8JsonWriter, SecretValue> secret)
    {
        writer.WriteStartArray();
        foreach (var item in items)
            Write(writer, item, secret);
        writer.WriteEndArray();
    }

    private static void WriteMap(
        Utf8JsonWriter writer,
        ImmutableArray<MapEntry> entries,
        Action<Utf8JsonWriter, SecretValue> secret)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in entries)
        {
            writer.WritePropertyName(key);
            Write(writer, value, secret);
        }

        writer.WriteEndObject();
    }

    private static void KeepSecret(Utf8JsonWriter writer, SecretValue secret)
    {
        writer.WriteStartObject();
        writer.WriteString(SecretKey, secret.Digest);
        writer.WriteEndObject();
    }
}
