using System.Text.Json.Nodes;

namespace ReleaseInfra.Tests.Support.Scripted;

/// <summary>Lines of Pulumi's event log.</summary>
public static class EventLines
{
    /// <summary>Before something is done.</summary>
    /// <param name="detailed">Path and kind of each difference, as in <c>tags.team</c> and <c>update</c>.</param>
    public static string Begins(
        string operation,
        ScriptedResource? old,
        ScriptedResource? now,
        params (string Path, string Kind)[] detailed) => Line("resourcePreEvent", Step(operation, old, now, detailed));

    public static string Ends(string operation, ScriptedResource? old, ScriptedResource? now) =>
        Line("resOutputsEvent", Step(operation, old, now, []));

    public static string Error(string message, string? urn = null) => Line("diagnosticEvent", new JsonObject
    {
        ["urn"] = urn,
        ["prefix"] = "<{%fg 1%}>error: <{%reset%}>",
        ["message"] = $"<{{%reset%}}>{message}<{{%reset%}}>\n",
        ["color"] = "never",
        ["severity"] = "error",
    });

    public static string Summary(params (string Operation, int Count)[] changes) => Line("summaryEvent", new JsonObject
    {
        ["maybeCorrupt"] = false,
        ["durationSeconds"] = 1,
        ["resourceChanges"] = new JsonObject(changes.Select(change => KeyValuePair.Create(change.Operation, (JsonNode?)change.Count))),
        ["PolicyPacks"] = new JsonObject(),
        ["isPreview"] = true,
    });

    public static string Cancel => Line("cancelEvent", []);

    private static JsonObject Step(
        string operation,
        ScriptedResource? old,
        ScriptedResource? now,
        (string Path, string Kind)[] detailed) => new()
        {
            ["metadata"] = new JsonObject
            {
                ["op"] = operation,
                ["urn"] = (now ?? old)!.Urn,
                ["type"] = (now ?? old)!.Type,
                ["old"] = old?.ToJson(),
                ["new"] = now?.ToJson(),
                ["detailedDiff"] = detailed.Length == 0 ? null : new JsonObject(detailed.Select(path => KeyValuePair.Create(
                    path.Path,
                    (JsonNode?)new JsonObject { ["diffKind"] = path.Kind, ["inputDiff"] = true }))),
                ["provider"] = "",
            },
            ["planning"] = true,
        };

    private static string Line(string kind, JsonObject content) =>
        new JsonObject { ["sequence"] = 1, ["timestamp"] = 1_770_000_000, [kind] = content }.ToJsonString();
}
