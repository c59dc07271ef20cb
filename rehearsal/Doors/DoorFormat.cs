using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.Doors;

/// <summary>What goes through a door. Both sides are of one build, so it has no version.</summary>
internal static class DoorFormat
{
    public const string Resources = "/resources";
    public const string Operations = "/operations";
    public const string Vaults = "/deletedVaults";
    public const string Id = "id";

    public static string IdOf(HttpRequest request) => request.Query[Id].ToString();

    public static void Write(Utf8JsonWriter writer, DeclaredResource declared)
    {
        writer.WriteStartObject();
        writer.WriteString("type", declared.Type);
        writer.WriteString("name", declared.Name);
        writer.WritePropertyName("inputs");
        ValueJson.Write(writer, PlainValues.Map(declared.Inputs));
        writer.WriteStartArray("secretPaths");
        foreach (var path in declared.SecretPaths)
            writer.WriteStringValue(path);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static DeclaredResource ReadResource(JsonElement root) =>
        new(Text(root, "type"), Text(root, "name"), ValueJson.ReadMap(root.GetProperty("inputs")))
        {
            SecretPaths = [.. root.GetProperty("secretPaths").EnumerateArray().Select(path => path.GetString()!)],
        };

    public static void Write(Utf8JsonWriter writer, Operation operation)
    {
        writer.WriteStartObject();
        writer.WriteString("id", operation.Id);
        writer.WriteString("resource", operation.ResourceId);
        writer.WriteString("started", operation.Started);
        switch (operation.State)
        {
            case OperationInProgress progress:
                writer.WriteString("ends", progress.Ends);
                break;
            case OperationFailed failed:
                writer.WritePropertyName("error");
                Write(writer, failed.Error);
                break;
            case OperationCanceled:
                writer.WriteBoolean("canceled", true);
                break;
        }

        writer.WriteEndObject();
    }

    public static Operation ReadOperation(JsonElement root) =>
        new(Text(root, "id"), Text(root, "resource"), root.GetProperty("started").GetDateTimeOffset(), ReadState(root));

    public static void Write(Utf8JsonWriter writer, AzureError error)
    {
        writer.WriteStartObject();
        writer.WriteNumber("status", error.Status);
        writer.WriteString("code", error.Code);
        writer.WriteString("message", error.Message);
        writer.WriteString("target", error.Target);
        writer.WriteEndObject();
    }

    public static AzureError ReadError(JsonElement root) => new(
        root.GetProperty("status").GetInt32(), Text(root, "code"), Text(root, "message"), Text(root, "target"));

    private static OperationState ReadState(JsonElement root)
    {
        if (root.TryGetProperty("ends", out var ends))
            return new OperationInProgress(ends.GetDateTimeOffset());
        if (root.TryGetProperty("error", out var error))
            return new OperationFailed(ReadError(error));
        return root.TryGetProperty("canceled", out _) ? new OperationCanceled() : new OperationSucceeded();
    }

    private static string Text(JsonElement root, string key) => root.GetProperty(key).GetString()!;
}
