using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;

namespace ReleaseInfra.Offline.Tests.Generated;

/// <summary>Inputs as a mock sees them, as JSON with sorted keys: one text to compare, whatever a dictionary's order.</summary>
internal static class WireText
{
    public static string Of(object? value) => value switch
    {
        ImmutableDictionary<string, object> members => $"{{{string.Join(",", Sorted(members))}}}",
        string text => JsonSerializer.Serialize(text),
        IEnumerable items => $"[{string.Join(",", items.Cast<object?>().Select(Of))}]",
        _ => JsonSerializer.Serialize(value),
    };

    private static IEnumerable<string> Sorted(ImmutableDictionary<string, object> members) => members
        .OrderBy(member => member.Key, StringComparer.Ordinal)
        .Select(member => $"\"{member.Key}\":{Of(member.Value)}");
}
