using System.Text.Json;

namespace ReleaseInfra.Cli.Engine;

internal static class ChangeCountsJson
{
    public static void Write(Utf8JsonWriter writer, string name, ChangeCounts counts)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber(Operation.Create.Word(), counts.Create);
        writer.WriteNumber(Operation.Update.Word(), counts.Update);
        writer.WriteNumber(Operation.Replace.Word(), counts.Replace);
        writer.WriteNumber(Operation.Delete.Word(), counts.Delete);
        writer.WriteNumber(Operation.Same.Word(), counts.Same);
        writer.WriteEndObject();
    }

    public static ChangeCounts Read(JsonElement counts) => new(
        counts.GetProperty(Operation.Create.Word()).GetInt32(),
        counts.GetProperty(Operation.Update.Word()).GetInt32(),
        counts.GetProperty(Operation.Replace.Word()).GetInt32(),
        counts.GetProperty(Operation.Delete.Word()).GetInt32(),
        counts.GetProperty(Operation.Same.Word()).GetInt32());
}
