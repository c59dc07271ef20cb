using System.Text.Json;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Journal.Format;

internal static class FloorFormat
{
    public static void Write(Utf8JsonWriter writer, string name, EvidenceFloor floor)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("samples", floor.Samples);
        writer.WriteNumber("requests", floor.Requests);
        writer.WriteEndObject();
    }

    public static EvidenceFloor Read(JsonElement floor) => new(floor.Whole("samples"), floor.Whole("requests"));
}
