using System.Text.Json;

namespace Pulumi.Automation;

/// <summary>A stack's state, secrets in clear.</summary>
public sealed class StackDeployment
{
    private StackDeployment(int version, JsonElement json) => (Version, Json) = (version, json);

    /// <summary>Of the format.</summary>
    public int Version { get; }

    public JsonElement Json { get; }

    /// <exception cref="JsonException">It is no state.</exception>
    public static StackDeployment FromJsonString(string jsonString)
    {
        using var document = JsonDocument.Parse(jsonString);
        var json = document.RootElement.Clone();
        return new StackDeployment(json.GetProperty("version").GetInt32(), json);
    }
}
