using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi.Automation.Reading;

/// <summary>What <c>stack history --json</c> says.</summary>
internal static class HistoryReader
{
    public static ImmutableList<UpdateSummary> Read(string json)
    {
        if (string.IsNullOrWhiteSpace(json))
            return [];
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(Read)];
    }

    private static UpdateSummary Read(JsonElement update) => new()
    {
        Kind = Words.Kind(update.GetProperty("kind").GetString()!),
        StartTime = update.GetProperty("startTime").GetDateTimeOffset(),
        Message = update.Find("message")?.GetString() ?? "",
        Environment = Members(update, "environment", value => value.GetString()!),
        Config = Members(update, "config", Config),
        Result = Words.Result(update.GetProperty("result").GetString()!),
        EndTime = update.Find("endTime")?.GetDateTimeOffset() ?? default,
        Version = update.Find("version")?.GetInt32(),
        ResourceChanges = update.Find("resourceChanges") is { } changes ? Words.Changes(changes) : null,
    };

    private static ConfigValue Config(JsonElement value) =>
        new(value.Find("value")?.GetString() ?? "", value.Find("secret")?.GetBoolean() ?? false);

    private static ImmutableDictionary<string, T> Members<T>(JsonElement update, string name, Func<JsonElement, T> read) =>
        update.Find(name)?.EnumerateObject().ToImmutableDictionary(member => member.Name, member => read(member.Value), StringComparer.Ordinal)
        ?? ImmutableDictionary<string, T>.Empty;
}
