using System.Text.Json;
using ReleaseInfra.Cli.Azure.Failures;

namespace ReleaseInfra.Cli.Azure.Calls;

/// <summary>
/// Azure's word for what is wrong: <c>{"error": {"code", "message"}}</c>; a few services leave the outer object out, a registry has
/// <c>{"errors": [{"code", "message"}]}</c>, and storage has the code in a header and the message in XML.
/// </summary>
internal sealed record AzureErrorBody(string Code, string Message)
{
    public static AzureErrorBody Of(AzureAnswer answer) =>
        answer.Read() is { ValueKind: JsonValueKind.Object } root
            ? Of(root) ?? Nameless(answer.Status)
            : StorageError.Of(answer) ?? Nameless(answer.Status);

    /// <summary>Null where the object holds no error.</summary>
    public static AzureErrorBody? Of(JsonElement holder)
    {
        var error = Inner(holder);
        return Text(error, "code") is { } code ? new AzureErrorBody(code, Text(error, "message") ?? "no message.") : null;
    }

    public AzureFailure Failure(AzureAnswer answer) => answer.Status switch
    {
        401 => AzureAccessDenied.NotAccepted(answer.Call, Code, Message),
        403 => AzureAccessDenied.Forbidden(answer.Call, Code, Message),
        _ => new AzureRefusal(answer.Call, answer.Status, Code, Message, answer.ServiceRequestId),
    };

    private static JsonElement Inner(JsonElement holder)
    {
        if (holder.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object)
            return error;
        return holder.TryGetProperty("errors", out var errors)
            && errors is { ValueKind: JsonValueKind.Array }
            && errors.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } first
                ? first
                : holder;
    }

    private static AzureErrorBody Nameless(int status) => new(((System.Net.HttpStatusCode)status).ToString(), "without a reason.");

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;
}
