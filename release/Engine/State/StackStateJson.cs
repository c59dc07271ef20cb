using System.Collections.Immutable;
using System.Text.Json;
using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Cli.Engine.State;

internal static class StackStateJson
{
    public static void Write(Utf8JsonWriter writer, string stack, AppliedStack applied)
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", StackState.Version);
        writer.WriteString("stack", stack);
        writer.WriteString("location", applied.Location);
        writer.WriteBoolean("finished", applied.IsFinished);
        writer.WritePropertyName("release");
        ReleaseJson.Write(writer, applied.Release);
        writer.WritePropertyName("outputs");
        InputValueJson.Keep(writer, applied.Outputs);
        writer.WriteStartArray("resources");
        foreach (var resource in applied.Resources.OrderBy(resource => resource.Urn, StringComparer.Ordinal))
        {
            WriteResource(writer, resource);
            writer.FlushPiece();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static int ReadVersion(JsonElement root) => root.GetProperty("version").GetInt32();

    public static string ReadStack(JsonElement root) => Text(root, "stack");

    public static AppliedStack Read(JsonElement root) => new(
        Text(root, "location"),
        ReleaseJson.Read(root.GetProperty("release")),
        [.. root.GetProperty("resources").EnumerateArray().Select(ReadResource)],
        ReadMap(root, "outputs"))
    {
        IsFinished = root.GetProperty("finished").GetBoolean(),
    };

    private static void WriteResource(Utf8JsonWriter writer, StackResource resource)
    {
        writer.WriteStartObject();
        writer.WriteString("urn", resource.Urn);
        writer.WriteString("type", resource.Type);
        writer.WriteString("name", resource.Name);
        writer.WriteString("parent", resource.Parent);
        writer.WriteBoolean("component", resource.IsComponent);
        writer.WriteBoolean("protect", resource.Protect);
        writer.WritePropertyName("inputs");
        InputValueJson.Keep(writer, resource.Inputs);
        writer.WriteStartArray("dependencies");
        foreach (var dependency in resource.Dependencies)
            writer.WriteStringValue(dependency);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static StackResource ReadResource(JsonElement element) => new(
        Text(element, "urn"),
        Text(element, "type"),
        Text(element, "name"),
        element.GetProperty("parent").GetString(),
        element.GetProperty("component").GetBoolean(),
        element.GetProperty("protect").GetBoolean(),
        ReadMap(element, "inputs"),
        [.. element.GetProperty("dependencies").EnumerateArray().Select(dependency => dependency.GetString()!)]);

    private static MapValue ReadMap(JsonElement element, string key) =>
        InputValueJson.Read(element.GetProperty(key)) as MapValue ?? throw new JsonException($"'{key}' is no object.");

    private static string Text(JsonElement element, string key) =>
        element.GetProperty(key).GetString() ?? throw new JsonException($"'{key}' is null.");
}
