using System.Collections.Immutable;
using System.Text.Json;
using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Rehearsal.Jobs;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.Store;

/// <summary>Revisions and executions on disk.</summary>
internal static class RunningStateJson
{
    public static void Write(Utf8JsonWriter writer, AzureState state)
    {
        writer.WriteStartObject("apps");
        foreach (var (id, app) in state.Apps)
        {
            WriteApp(writer, id, app);
            writer.FlushPiece();
        }

        writer.WriteEndObject();
        writer.WriteStartObject("executions");
        foreach (var (id, executions) in state.Executions)
        {
            writer.WriteStartArray(id);
            foreach (var execution in executions)
                WriteExecution(writer, execution);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    public static AzureState Read(JsonElement root, AzureState state)
    {
        var (apps, executions) = (state.Apps.ToBuilder(), state.Executions.ToBuilder());
        foreach (var app in root.GetProperty("apps").EnumerateObject())
            apps.Add(app.Name, ReadApp(app.Value));
        foreach (var job in root.GetProperty("executions").EnumerateObject())
            executions.Add(job.Name, [.. job.Value.EnumerateArray().Select(ReadExecution)]);

        return state with { Apps = apps.ToImmutable(), Executions = executions.ToImmutable() };
    }

    private static void WriteApp(Utf8JsonWriter writer, string id, ContainerAppState app)
    {
        writer.WriteStartObject(id);
        writer.WriteString("latestReady", app.LatestReady);
        writer.WriteNumber("created", app.Created);
        writer.WriteBoolean("failed", app.Failed);
        writer.WriteStartArray("revisions");
        foreach (var revision in app.Revisions)
        {
            writer.WriteStartObject();
            writer.WriteString("name", revision.Name);
            writer.WriteNumber("number", revision.Number);
            writer.WriteString("created", revision.Created);
            writer.WriteString("lastActive", revision.LastActive);
            writer.WriteBoolean("active", revision.Active);
            writer.WriteString("health", revision.Health.ToString());
            WriteTemplate(writer, revision.Template);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static ContainerAppState ReadApp(JsonElement element) => new(
        [.. element.GetProperty("revisions").EnumerateArray().Select(ReadRevision)],
        element.GetProperty("latestReady").GetString(),
        element.GetProperty("created").GetInt32(),
        element.GetProperty("failed").GetBoolean());

    private static Revision ReadRevision(JsonElement element) => new(
        element.GetProperty("name").GetString()!,
        element.GetProperty("number").GetInt32(),
        ValueJson.ReadMap(element.GetProperty("template")),
        element.GetProperty("created").GetDateTimeOffset(),
        element.GetProperty("lastActive").GetDateTimeOffset(),
        element.GetProperty("active").GetBoolean(),
        ReadWord<RevisionHealth>(element, "health"));

    private static void WriteExecution(Utf8JsonWriter writer, JobExecution execution)
    {
        writer.WriteStartObject();
        writer.WriteString("name", execution.Name);
        writer.WriteString("started", execution.Started);
        writer.WriteString("ends", execution.Ends);
        writer.WriteString("atEnd", execution.AtEnd.ToString());
        WriteTemplate(writer, execution.Template);
        writer.WriteEndObject();
    }

    private static JobExecution ReadExecution(JsonElement element) => new(
        element.GetProperty("name").GetString()!,
        ValueJson.ReadMap(element.GetProperty("template")),
        element.GetProperty("started").GetDateTimeOffset(),
        element.GetProperty("ends").GetDateTimeOffset(),
        ReadWord<JobStatus>(element, "atEnd"));

    private static void WriteTemplate(Utf8JsonWriter writer, ImmutableSortedDictionary<string, object> template)
    {
        writer.WritePropertyName("template");
        ValueJson.Write(writer, template);
    }

    private static T ReadWord<T>(JsonElement element, string key)
        where T : struct, Enum
    {
        var word = element.GetProperty(key).GetString();
        return Enum.TryParse<T>(word, out var value) && Enum.IsDefined(value)
            ? value
            : throw new JsonException($"'{key}' is '{word}'; it is one of {string.Join(", ", Enum.GetNames<T>())}.");
    }
}
