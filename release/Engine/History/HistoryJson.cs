using System.Text.Json;

namespace ReleaseInfra.Cli.Engine.History;

/// <summary>An update as two lines of the history: one before anything is changed, one at the end.</summary>
internal static class HistoryJson
{
    private const int Version = 1;

    public static void WriteStart(Utf8JsonWriter writer, StackUpdate update)
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", Version);
        writer.WriteNumber("update", update.Number);
        writer.WriteString("event", "started");
        writer.WriteString("at", update.Started);
        writer.WriteString("kind", update.Kind.Word());
        writer.WriteString("by", update.By);
        writer.WriteStartArray("release");
        foreach (var row in update.Release)
            ReleaseRowJson.Write(writer, row);
        writer.WriteEndArray();
        ChangeCountsJson.Write(writer, "changes", update.Counts);
        writer.WriteEndObject();
    }

    public static void WriteEnd(Utf8JsonWriter writer, int number, UpdateEnd end)
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", Version);
        writer.WriteNumber("update", number);
        writer.WriteString("event", end.Word());
        switch (end)
        {
            case Succeeded succeeded:
                writer.WriteString("at", succeeded.Ended);
                break;
            case Failed failed:
                writer.WriteString("at", failed.Ended);
                writer.WriteNumber("done", failed.Done);
                writer.WriteString("reason", failed.Reason);
                break;
            case Interrupted interrupted:
                writer.WriteString("at", interrupted.Ended);
                writer.WriteNumber("done", interrupted.Done);
                break;
            default:
                throw new ArgumentException($"{end.GetType().Name} is no end.", nameof(end));
        }

        writer.WriteEndObject();
    }

    /// <summary>The update that the line starts, or an earlier one that it ends.</summary>
    /// <exception cref="JsonException">It is no line of a history, or one of a newer program.</exception>
    public static void Read(JsonElement line, List<StackUpdate> updates)
    {
        if (line.GetProperty("version").GetInt32() is var version and > Version)
            throw new JsonException($"It has format {version}, and this program knows formats up to {Version}.");

        var number = line.GetProperty("update").GetInt32();
        if (Text(line, "event") == "started")
        {
            updates.Add(ReadStart(line, number));
            return;
        }

        var started = updates.FindIndex(update => update.Number == number);
        if (started < 0)
            throw new JsonException($"It ends the update {number}, which never started.");
        updates[started] = updates[started] with { End = ReadEnd(line) };
    }

    private static StackUpdate ReadStart(JsonElement line, int number) => new(
        number,
        UpdateKinds.Find(Text(line, "kind")) ?? throw new JsonException($"'{Text(line, "kind")}' is no kind of update."),
        Text(line, "by"),
        line.GetProperty("at").GetDateTimeOffset(),
        [.. line.GetProperty("release").EnumerateArray().Select(ReleaseRowJson.Read)],
        ChangeCountsJson.Read(line.GetProperty("changes")),
        new NotEnded());

    private static UpdateEnd ReadEnd(JsonElement line)
    {
        var at = line.GetProperty("at").GetDateTimeOffset();
        return Text(line, "event") switch
        {
            "succeeded" => new Succeeded(at),
            "failed" => new Failed(at, line.GetProperty("done").GetInt32(), Text(line, "reason")),
            "interrupted" => new Interrupted(at, line.GetProperty("done").GetInt32()),
            var other => throw new JsonException($"'{other}' is no event; the events are started, succeeded, failed and interrupted."),
        };
    }

    private static string Text(JsonElement line, string key) =>
        line.GetProperty(key).GetString() ?? throw new JsonException($"'{key}' is null.");
}
