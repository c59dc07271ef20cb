using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi.Automation.Reading;

/// <summary>What <c>stack output --json</c> says, once with secrets hidden and once with them in clear.</summary>
internal static class OutputReader
{
    private const string Hidden = "[secret]";

    public static ImmutableDictionary<string, OutputValue> Read(string masked, string clear)
    {
        var hidden = Members(masked);
        return Members(clear).ToImmutableDictionary(
            output => output.Key,
            output => new OutputValue(output.Value, hidden[output.Key] is Hidden),
            StringComparer.Ordinal);
    }

    private static IImmutableDictionary<string, object> Members(string json)
    {
        if (string.IsNullOrWhiteSpace(json))
            return ImmutableDictionary<string, object>.Empty;
        using var document = JsonDocument.Parse(json);
        return PlainValues.Members(document.RootElement);
    }
}
