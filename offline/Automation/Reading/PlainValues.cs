using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi.Automation.Reading;

/// <summary>JSON as the published SDK hands it on: whole numbers as long, and texts that look like a time as one.</summary>
internal static class PlainValues
{
    public static IImmutableDictionary<string, object> Members(JsonElement? element) => element is { } members
        ? members.EnumerateObject().ToImmutableDictionary(member => member.Name, member => Of(member.Value)!, StringComparer.Ordinal)
        : ImmutableDictionary<string, object>.Empty;

    public static object? Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? whole : element.GetDouble(),
        JsonValueKind.String => element.TryGetDateTime(out var time) ? time : element.GetString(),
        JsonValueKind.Array => element.EnumerateArray().Select(Of).ToArray(),
        _ => element.EnumerateObject().ToDictionary(member => member.Name, member => Of(member.Value), StringComparer.Ordinal),
    };
}
