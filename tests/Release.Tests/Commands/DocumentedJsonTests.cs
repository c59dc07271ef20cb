using System.Text.Json;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Release.Tests.Commands.CommandLineRun;

namespace ReleaseInfra.Release.Tests.Commands;

/// <summary>docs/cli.md shows the JSON as it is.</summary>
[NonParallelizable]
public sealed class DocumentedJsonTests
{
    [Test]
    public async Task Preview_HasTheDocumentedShape()
    {
        using var workspace = new TemporaryWorkspace();
        var run = await InAsync(workspace, "preview", "production", "--json");

        Assert.That(Shape(run.Json()), Is.EqualTo(Shape(Documented())));
    }

    private static JsonElement Documented()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "cli.md"));
        var start = text.IndexOf("```json\n", StringComparison.Ordinal) + "```json\n".Length;
        using var document = JsonDocument.Parse(text[start..text.IndexOf("```", start, StringComparison.Ordinal)]);
        return document.RootElement.Clone();
    }

    /// <summary>Every path of keys, in order; what a list holds and what a changed property was are values.</summary>
    private static string[] Shape(JsonElement element) => [.. Paths(element, "").Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Paths(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object when !path.EndsWith("changes[].to", StringComparison.Ordinal) =>
            element.EnumerateObject().SelectMany(member => Paths(member.Value, $"{path}.{member.Name}").Prepend($"{path}.{member.Name}")),
        JsonValueKind.Array when !path.EndsWith("changes[].to", StringComparison.Ordinal) =>
            element.EnumerateArray().SelectMany(item => Paths(item, $"{path}[]")),
        _ => [],
    };
}
