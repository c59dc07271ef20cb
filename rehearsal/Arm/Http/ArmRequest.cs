using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ReleaseInfra.Rehearsal.Arm.Http;

/// <summary>A call as it came in, after its path was matched.</summary>
/// <param name="values">What the path gives to the call's template.</param>
internal sealed class ArmRequest(HttpRequest request, IReadOnlyDictionary<string, string> values, CancellationToken cancellation)
{
    public CancellationToken Cancellation => cancellation;

    /// <summary>The path without its last slash: a resource's id where the call is on a resource.</summary>
    public string Path { get; } = (request.Path.Value ?? "").TrimEnd('/');

    public string ApiVersion => Query("api-version") ?? "";

    /// <summary>As the caller named it, without its port: services with hosts of their own tell by it which of them is meant.</summary>
    public string Host => request.Host.Host;

    public string Authorization => request.Headers.Authorization.ToString();

    /// <summary>Where the caller finds something, in the version that it asked in.</summary>
    public string Address(string path) => Address(path, ApiVersion);

    /// <param name="version">Null for what has none.</param>
    public string Address(string path, string? version) =>
        $"{request.Scheme}://{request.Host}{path}{(version is null ? "" : $"?api-version={version}")}";

    public string Value(string name) => values[name];

    /// <summary>Null where it is absent or empty.</summary>
    public string? Query(string name) => request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    /// <exception cref="ArmRefusal">It is no form.</exception>
    public async Task<IFormCollection> FormAsync() => request.HasFormContentType
        ? await request.ReadFormAsync(cancellation)
        : throw new ArmRefusal(ArmErrors.InvalidContent("A form is expected."));

    /// <exception cref="ArmRefusal">It is no JSON object.</exception>
    public async Task<JsonElement> BodyAsync() => await OptionalBodyAsync()
        ?? throw new ArmRefusal(ArmErrors.InvalidContent("The request has no content."));

    /// <returns>Null where there is none.</returns>
    /// <exception cref="ArmRefusal">It is no JSON object.</exception>
    public async Task<JsonElement?> OptionalBodyAsync()
    {
        using var content = new MemoryStream();
        await request.Body.CopyToAsync(content, cancellation);
        if (content.Length == 0)
            return null;

        try
        {
            using var document = JsonDocument.Parse(content.GetBuffer().AsMemory(0, (int)content.Length));
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new ArmRefusal(ArmErrors.InvalidContent($"An object is expected, not {document.RootElement.ValueKind}."));
        }
        catch (JsonException broken)
        {
            throw new ArmRefusal(ArmErrors.InvalidContent(broken.Message));
        }
    }
}
