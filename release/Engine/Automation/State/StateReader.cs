using System.Collections.Immutable;
using System.Text.Json;
using ReleaseInfra.Cli.Engine.Values;

namespace ReleaseInfra.Cli.Engine.Automation.State;

/// <summary>Reads what <c>pulumi stack export</c> gives.</summary>
internal sealed class StateReader(EngineValues values)
{
    /// <exception cref="JsonException">It is no state.</exception>
    public ExportedState Read(JsonElement exported)
    {
        if (!exported.TryGetProperty("deployment", out var deployment))
            throw new JsonException("It has no deployment.");

        var all = Items(deployment, "resources").Where(IsThere).ToArray();
        var stack = all.FirstOrDefault(resource => Text(resource, "type") == PulumiTypes.Stack);
        return new ExportedState(
            [.. all.Where(resource => !PulumiTypes.IsOwn(Text(resource, "type"))).Select(Resource)
                .OrderBy(resource => resource.Urn, StringComparer.Ordinal)],
            stack.ValueKind == JsonValueKind.Object ? values.Map(Find(stack, "outputs")) : MapValue.Empty,
            [.. Items(deployment, "pending_operations").Select(Pending)]);
    }

    // A resource that was replaced stands here twice until the old one is gone.
    private static bool IsThere(JsonElement resource) => Find(resource, "delete") is not { ValueKind: JsonValueKind.True };

    private StackResource Resource(JsonElement resource)
    {
        var urn = Text(resource, "urn");
        return new StackResource(
            urn,
            Text(resource, "type"),
            PulumiTypes.NameOf(urn),
            PulumiTypes.Parent(Find(resource, "parent")?.GetString()),
            IsComponent: Find(resource, "custom") is not { ValueKind: JsonValueKind.True },
            Protect: Find(resource, "protect") is { ValueKind: JsonValueKind.True },
            values.Map(Find(resource, "inputs")),
            Dependencies(resource));
    }

    private static ImmutableArray<string> Dependencies(JsonElement resource) =>
        [.. Items(resource, "dependencies").Select(urn => urn.GetString()!).Distinct().Order(StringComparer.Ordinal)];

    private static PendingOperation Pending(JsonElement operation) =>
        new(Text(operation.GetProperty("resource"), "urn"), Text(operation, "type"));

    private static JsonElement[] Items(JsonElement element, string name) =>
        Find(element, name) is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray()] : [];

    private static JsonElement? Find(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value : null;

    private static string Text(JsonElement element, string name) =>
        Find(element, name)?.GetString() ?? throw new JsonException($"A resource has no {name}.");
}
