using System.Text.Json;
using ReleaseInfra.Rehearsal.Operations;

namespace ReleaseInfra.Rehearsal.Store;

/// <summary>Operations on disk: those under way are carried on by the next process.</summary>
internal static class OperationJson
{
    public static void Write(Utf8JsonWriter writer, AzureState state)
    {
        writer.WriteStartArray("pending");
        foreach (var pending in state.Pending)
        {
            writer.WriteStartObject();
            WriteHead(writer, pending.Id, pending.ResourceId, pending.Started);
            writer.WriteString("ends", pending.Ends);
            WriteWork(writer, pending.Work);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("ended");
        foreach (var ended in state.Ended)
        {
            writer.WriteStartObject();
            WriteHead(writer, ended.Id, ended.ResourceId, ended.Started);
            WriteEnd(writer, ended.State);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static AzureState Read(JsonElement root, AzureState state) => state with
    {
        Pending = [.. root.GetProperty("pending").EnumerateArray().Select(ReadPending)],
        Ended = [.. root.GetProperty("ended").EnumerateArray().Select(ReadEnded)],
    };

    private static void WriteHead(Utf8JsonWriter writer, string id, string resourceId, DateTimeOffset started)
    {
        writer.WriteString("id", id);
        writer.WriteString("resource", resourceId);
        writer.WriteString("started", started);
    }

    private static void WriteWork(Utf8JsonWriter writer, OperationWork work)
    {
        switch (work)
        {
            case NothingLeft:
                writer.WriteString("work", "none");
                break;
            case ApplyContainerApp apply:
                writer.WriteString("work", "apply");
                AzureStateJson.WriteDeclared(writer, apply.Desired);
                break;
            case SwapSlots swap:
                writer.WriteString("work", "swap");
                writer.WriteString("source", swap.SourceId);
                writer.WriteString("target", swap.TargetId);
                break;
            default:
                throw new InvalidOperationException($"{work.GetType().Name} has no JSON.");
        }
    }

    private static PendingOperation ReadPending(JsonElement element) => new(
        Text(element, "id"),
        Text(element, "resource"),
        element.GetProperty("started").GetDateTimeOffset(),
        element.GetProperty("ends").GetDateTimeOffset(),
        Text(element, "work") switch
        {
            "none" => new NothingLeft(),
            "apply" => new ApplyContainerApp(AzureStateJson.ReadDeclared(element)),
            "swap" => new SwapSlots(Text(element, "source"), Text(element, "target")),
            var other => throw new JsonException($"'{other}' is no work; it is one of none, apply, swap."),
        });

    private static void WriteEnd(Utf8JsonWriter writer, OperationState state)
    {
        switch (state)
        {
            case OperationSucceeded:
                writer.WriteString("end", "succeeded");
                break;
            case OperationCanceled:
                writer.WriteString("end", "canceled");
                break;
            case OperationFailed failed:
                writer.WriteString("end", "failed");
                writer.WriteNumber("status", failed.Error.Status);
                writer.WriteString("code", failed.Error.Code);
                writer.WriteString("message", failed.Error.Message);
                writer.WriteString("target", failed.Error.Target);
                break;
            default:
                throw new InvalidOperationException($"{state.GetType().Name} is no end.");
        }
    }

    private static Operation ReadEnded(JsonElement element) => new(
        Text(element, "id"),
        Text(element, "resource"),
        element.GetProperty("started").GetDateTimeOffset(),
        Text(element, "end") switch
        {
            "succeeded" => new OperationSucceeded(),
            "canceled" => new OperationCanceled(),
            "failed" => new OperationFailed(new AzureError(
                element.GetProperty("status").GetInt32(),
                Text(element, "code"),
                Text(element, "message"),
                Text(element, "target"))),
            var other => throw new JsonException($"'{other}' is no end; it is one of succeeded, canceled, failed."),
        });

    private static string Text(JsonElement element, string key) =>
        element.GetProperty(key).GetString() ?? throw new JsonException($"'{key}' is null.");
}
