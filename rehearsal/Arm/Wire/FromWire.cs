using System.Collections.Immutable;
using System.Text.Json;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.Arm.Wire;

/// <summary>What a caller sends, in inputs' form. What Azure alone decides is left out, as Azure overlooks it.</summary>
internal static class FromWire
{
    /// <summary>A whole resource, as it is to be.</summary>
    /// <param name="logicalName">The program's name for it, or the physical one where the program has none.</param>
    public static DeclaredResource Resource(ArmTypeName type, string id, string logicalName, JsonElement body)
    {
        var inputs = PlainValues.Empty.ToBuilder();
        foreach (var (key, value) in Patch(type, body))
        {
            if (PlainValues.Freeze(WithoutNulls(value)) is { } stated)
                inputs[key] = stated;
        }

        inputs["resourceGroupName"] = ResourceIds.GroupOf(id)!;
        foreach (var (input, name) in type.Names(id))
            inputs[input] = name;
        return new DeclaredResource(type.Token, logicalName, inputs.ToImmutable());
    }

    /// <summary>What is to change; null takes an input away.</summary>
    public static Dictionary<string, object?> Patch(ArmTypeName type, JsonElement body)
    {
        var form = WireForms.Of(type.Token);
        var inputs = new Dictionary<string, object?>(StringComparer.Ordinal);
        // A backup is made by a request without content.
        if (body.ValueKind == JsonValueKind.Undefined)
            return inputs;
        foreach (var property in body.EnumerateObject())
        {
            if (property.Name == "properties" && property.Value.ValueKind == JsonValueKind.Object)
            {
                foreach (var inner in property.Value.EnumerateObject())
                    inputs[form.Renamed.FirstOrDefault(pair => pair.Wire == inner.Name).Input ?? inner.Name] = Plain(inner.Value);
            }
            else if (EnvelopeKeys.Stated.Contains(property.Name))
            {
                inputs[property.Name] = property.Name == "identity" ? Identity(Plain(property.Value)) : Plain(property.Value);
            }
        }

        foreach (var path in form.ReadOnly)
            Remove(inputs, path.Split('.'));
        foreach (var list in form.Lists)
            Flatten(inputs, list);
        return inputs;
    }

    public static Dictionary<string, object?> Map(JsonElement element) =>
        element.EnumerateObject().ToDictionary(property => property.Name, property => Plain(property.Value), StringComparer.Ordinal);

    private static object? Plain(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? Map(element) : ValueJson.Read(element);

    private static object? WithoutNulls(object? value) => value is Dictionary<string, object?> map
        ? map.Where(entry => entry.Value is not null).ToDictionary(entry => entry.Key, entry => WithoutNulls(entry.Value)!)
        : value;

    private static void Remove(Dictionary<string, object?> map, ReadOnlySpan<string> path)
    {
        if (path.Length == 1)
            map.Remove(path[0]);
        else if (map.GetValueOrDefault(path[0]) is Dictionary<string, object?> inner)
            Remove(inner, path[1..]);
    }

    private static void Flatten(Dictionary<string, object?> inputs, string key)
    {
        if (inputs.GetValueOrDefault(key) is not { } list)
            return;

        inputs[key] = PlainValues.Items(list)
            .Cast<ImmutableSortedDictionary<string, object>>()
            .Select(element => element.GetValueOrDefault("properties") is ImmutableSortedDictionary<string, object> inner
                ? element.Remove("properties").SetItems(inner)
                : element)
            .ToArray();
    }

    /// <summary>Azure's map of user-assigned identities is the provider's list.</summary>
    private static object? Identity(object? value)
    {
        if (value is Dictionary<string, object?> identity && identity.GetValueOrDefault("userAssignedIdentities") is Dictionary<string, object?> ids)
            identity["userAssignedIdentities"] = ids.Where(entry => entry.Value is not null).Select(entry => entry.Key).ToArray();
        return value;
    }
}
