using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReleaseInfra.Tests.Support.Programs;

/// <summary>A resource as lines that people review: the same for the same declaration, and nothing secret in it.</summary>
public static class ResourceText
{
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(DeclaredResources resources) =>
        string.Concat(resources.All.Select(resource => $"{Of(resource)}\n"));

    public static string Of(DeclaredResource resource)
    {
        var lines = new List<string> { $"{resource.Type} {resource.Name}" };
        if (resource.Parent.Length > 0)
            lines.Add($"  (in {resource.Parent})");
        if (resource.Protect)
            lines.Add("  (protected)");
        if (resource.DependsOn.Count > 0)
            lines.Add($"  (after {string.Join(", ", resource.DependsOn)})");
        if (resource.IgnoreChanges.Count > 0)
            lines.Add($"  (ignores changes of {string.Join(", ", resource.IgnoreChanges.Order(StringComparer.Ordinal))})");
        if (resource.DeleteBeforeReplace)
            lines.Add("  (deleted before it is replaced)");
        lines.AddRange(Lines("", resource.Inputs));
        return string.Concat(lines.Select(line => $"{line}\n"));
    }

    private static IEnumerable<string> Lines(string path, object value) => value switch
    {
        ImmutableDictionary<string, object> { IsEmpty: false } map => map
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .SelectMany(entry => Lines(path.Length == 0 ? entry.Key : $"{path}.{entry.Key}", entry.Value)),
        ImmutableArray<object> { IsEmpty: false } list => list.SelectMany((item, index) => Lines($"{path}[{index}]", item)),
        // A component has no inputs of its own.
        ImmutableDictionary<string, object> when path.Length == 0 => [],
        string text when Canary.IsIn(text) => [$"  {path}: [secret]"],
        _ => [$"  {path}: {JsonSerializer.Serialize(value, AsWritten)}"],
    };
}
