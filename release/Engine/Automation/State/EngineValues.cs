using System.Globalization;
using System.Text.Json;
using Pulumi.Automation;
using ReleaseInfra.Cli.Engine.Automation.Failures;
using ReleaseInfra.Cli.Engine.Diff;
using ReleaseInfra.Cli.Engine.Values;

namespace ReleaseInfra.Cli.Engine.Automation.State;

/// <summary>Values of the engine's, from its state as JSON and from its events as objects.</summary>
/// <param name="secrets">Told of every secret that is in clear.</param>
internal sealed class EngineValues(SecretTexts secrets)
{
    private const string Signature = "4dabf18193072939515e22adb298388d";
    private const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";
    private const string UnknownSignature = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    /// <summary>What a secret holds: JSON inside a text in the state, a value in events that show secrets.</summary>
    private static readonly string[] Clear = ["plaintext", "value"];

    public MapValue Map(JsonElement? members) => members is { ValueKind: JsonValueKind.Object } map
        ? MapValue.Of(map.EnumerateObject().Where(IsInput).Select(member => new MapEntry(member.Name, Of(member.Value))))
        : MapValue.Empty;

    public MapValue Map(IEnumerable<KeyValuePair<string, object>> members) =>
        MapValue.Of(members.Where(member => IsInput(member.Key)).Select(member => new MapEntry(member.Key, Of(member.Value))));

    public MapValue Map(IEnumerable<KeyValuePair<string, OutputValue>> outputs) => MapValue.Of(outputs.Select(output =>
        new MapEntry(output.Key, output.Value.IsSecret ? Secret(output.Value.Value) : Of(output.Value.Value))));

    private InputValue Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => NullValue.Instance,
        JsonValueKind.True => new BooleanValue(true),
        JsonValueKind.False => new BooleanValue(false),
        JsonValueKind.Number => new NumberValue(value.GetDouble()),
        JsonValueKind.String => Text(value.GetString()!),
        JsonValueKind.Array => new ListValue([.. value.EnumerateArray().Select(Of)]),
        _ when value.TryGetProperty(Signature, out var signature) && signature.ValueEquals(SecretSignature) => Secret(
            Clear.Select(name => value.TryGetProperty(name, out var clear) ? clear.ToString() : null)),
        _ => Map(value),
    };

    // The SDK makes whole numbers long, lists arrays, objects dictionaries, and of a text that looks like a time a time.
    private InputValue Of(object? value) => value switch
    {
        null => NullValue.Instance,
        bool flag => new BooleanValue(flag),
        string text => Text(text),
        DateTime time => new TextValue(time.ToString(
            time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture)),
        IConvertible number => new NumberValue(number.ToDouble(CultureInfo.InvariantCulture)),
        IReadOnlyDictionary<string, object> map when map.GetValueOrDefault(Signature) is SecretSignature =>
            Secret(Clear.Select(name => map.GetValueOrDefault(name) as string)),
        IReadOnlyDictionary<string, object> map => Map(map),
        IEnumerable<object> list => new ListValue([.. list.Select(Of)]),
        _ => throw new InvalidOperationException($"An engine's event never has a {value.GetType().Name}."),
    };

    private static InputValue Text(string text) => text switch
    {
        UnknownSignature => UnknownValue.Instance,
        InputValueText.Secret => new SecretValue(Digest: null),
        _ => new TextValue(text),
    };

    private SecretValue Secret(object? clear)
    {
        var inside = Of(clear);
        foreach (var (_, value) in InputLeaves.Of(new MapValue([new MapEntry("", inside)])))
        {
            if (value is TextValue text)
                secrets.Learn(text.Value);
        }

        return new SecretValue(Digest: null);
    }

    private SecretValue Secret(IEnumerable<string?> clear)
    {
        foreach (var text in clear)
        {
            if (text is not null)
                Learn(text);
        }

        return new SecretValue(Digest: null);
    }

    private void Learn(string text)
    {
        secrets.Learn(text);
        try
        {
            using var inner = JsonDocument.Parse(text);
            LearnInside(inner.RootElement);
        }
        catch (JsonException)
        {
            // Then it is the secret itself, and not JSON around it.
        }
    }

    private void LearnInside(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                secrets.Learn(value.GetString()!);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    LearnInside(item);
                break;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                    LearnInside(member.Value);
                break;
        }
    }

    // The engine's own notes beside the inputs, as in __defaults.
    private static bool IsInput(string name) => !name.StartsWith("__", StringComparison.Ordinal);

    private static bool IsInput(JsonProperty member) => IsInput(member.Name);
}
