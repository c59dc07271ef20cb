using System.Collections.Immutable;
using System.Text.Json;

namespace ReleaseInfra.Cli.Journal.Format;

internal static class TrafficFormat
{
    public static void Write(Utf8JsonWriter writer, string service, ImmutableSortedDictionary<string, int> weights)
    {
        writer.WriteString("service", service);
        writer.WriteStartObject("weights");
        foreach (var (name, weight) in weights)
            writer.WriteNumber(name, weight);
        writer.WriteEndObject();
    }

    public static ImmutableSortedDictionary<string, int> Weights(JsonElement line) => line.GetProperty("weights").EnumerateObject()
        .ToImmutableSortedDictionary(weight => weight.Name, weight => weight.Value.GetInt32(), StringComparer.Ordinal);
}
