using System.Text.Json;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Cli.Engine;

/// <summary>A changed slot in JSON, as <c>preview --json</c> shows it and the history keeps it.</summary>
internal static class ReleaseRowJson
{
    public static void Write(Utf8JsonWriter writer, ReleaseRow row)
    {
        writer.WriteStartObject();
        writer.WriteString("service", row.Service);
        writer.WriteString("slot", row.Slot?.Name());
        WritePair(writer, "tag", row, (name, version) => writer.WriteString(name, version?.Tag.Text));
        WritePair(writer, "revision", row, (name, version) => WriteNumber(writer, name, version?.Revision));
        WritePair(writer, "weights", row, (name, version) => WriteNumber(writer, name, version?.Weight));
        writer.WriteEndObject();
    }

    /// <exception cref="JsonException">It is no such row.</exception>
    public static ReleaseRow Read(JsonElement row) => new(
        row.GetProperty("service").GetString() ?? throw new JsonException("A service has no name."),
        row.GetProperty("slot").GetString() is { } slot ? Slots.Find(slot) ?? throw new JsonException($"'{slot}' is no slot.") : null,
        ReadVersion(row, "from"),
        ReadVersion(row, "to"));

    private static RunningVersion? ReadVersion(JsonElement row, string side) =>
        row.GetProperty("tag").GetProperty(side).GetString() is { } tag
            ? new RunningVersion(
                ImageTag.Parse(tag),
                row.GetProperty("revision").GetProperty(side).GetInt32(),
                row.GetProperty("weights").GetProperty(side) is { ValueKind: JsonValueKind.Number } weight ? weight.GetInt32() : null)
            : null;

    private static void WritePair(Utf8JsonWriter writer, string name, ReleaseRow row, Action<string, RunningVersion?> write)
    {
        writer.WriteStartObject(name);
        write("from", row.From);
        write("to", row.To);
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, int? number)
    {
        if (number is { } value)
            writer.WriteNumber(name, value);
        else
            writer.WriteNull(name);
    }
}
