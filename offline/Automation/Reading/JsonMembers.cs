using System.Text.Json;

namespace Pulumi.Automation.Reading;

internal static class JsonMembers
{
    /// <summary>Null for what is not there, and for null.</summary>
    public static JsonElement? Find(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
