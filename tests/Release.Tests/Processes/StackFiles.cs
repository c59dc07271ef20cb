using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Processes;

/// <summary>
/// What two runs of the same must leave alike: without the times, without the operations that led there (a killed run has
/// others), and without the digests, whose key is each profile's own.
/// </summary>
internal sealed partial record StackFiles(string Azure, string State)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static StackFiles Read(TemporaryWorkspace workspace, string stack)
    {
        var azure = Parse(workspace.Read($".release/{stack}/azure.json")).AsObject();
        azure.Remove("operationCount");
        azure.Remove("ended");
        return new StackFiles(Text(azure), Text(Parse(workspace.Read($".release/{stack}/state.json"))));
    }

    private static JsonNode Parse(string text) => JsonNode.Parse(text)!;

    private static string Text(JsonNode node) => Digest().Replace(Time().Replace(node.ToJsonString(Indented), "\"time\""), "digest");

    [GeneratedRegex("""
        "\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d|\\u002B\d\d:\d\d)"
        """)]
    private static partial Regex Time();

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Digest();
}
