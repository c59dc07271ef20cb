using System.Text.Json;
using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Cli.Journal.Format;

internal static class TallyFormat
{
    public static void Write(Utf8JsonWriter writer, string name, Tally? tally)
    {
        if (tally is not { } known)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteNumber("requests", known.Requests);
        writer.WriteNumber("failures", known.Failures);
        writer.WriteEndObject();
    }

    public static Tally Read(JsonElement numbers, string name) =>
        new(numbers.GetProperty(name).Count("requests"), numbers.GetProperty(name).Count("failures"));

    /// <summary>Null where nothing is known.</summary>
    public static Tally? Find(JsonElement numbers, string name) =>
        numbers.GetProperty(name).ValueKind == JsonValueKind.Null ? null : Read(numbers, name);
}
