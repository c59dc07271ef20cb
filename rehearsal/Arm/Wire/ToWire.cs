using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Types;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.Arm.Wire;

/// <summary>A resource in Azure's form, from inputs' form and outputs. Secrets are left out.</summary>
internal static class ToWire
{
    public static JsonObject Of(AzureResource resource)
    {
        var form = WireForms.Of(resource.Type);
        var values = MergePatch.Apply(resource.Inputs, resource.Outputs!);
        values = form.Defaults.Aggregate(values, WithDefault);
        values = form.Hidden.Aggregate(values, (kept, path) => PlainValues.With(kept, path.Split('.'), null));
        values = form.Lists.Aggregate(values, WithElements);
        values = Unmasked(values);

        var wire = new JsonObject
        {
            ["id"] = resource.Id,
            ["name"] = form.HasPathAsName ? PathName(resource.Id) : resource.AzureName,
            ["type"] = ResourceIds.TypeOf(resource.Id),
        };
        foreach (var key in EnvelopeKeys.Stated.Except(form.Inside))
        {
            if (values.TryGetValue(key, out var value) && (key != "location" || HasLocation(resource)))
                wire[key] = key == "identity" ? Identity(value) : Json(value);
        }

        wire["properties"] = Properties(resource, form, values);
        wire["systemData"] = new JsonObject { ["createdAt"] = Time(resource.Created), ["lastModifiedAt"] = Time(resource.Changed) };
        return wire;
    }

    public static JsonNode Json(object value) => value switch
    {
        string text => text,
        bool flag => flag,
        double whole when double.IsInteger(whole) && Math.Abs(whole) < 1L << 53 => (long)whole,
        double number => number,
        ImmutableArray<object> list => new JsonArray([.. list.Select(Json)]),
        ImmutableSortedDictionary<string, object> map =>
            new JsonObject(map.Select(entry => KeyValuePair.Create<string, JsonNode?>(entry.Key, Json(entry.Value)))),
        _ => throw new ArgumentException($"{value.GetType().Name} has no JSON.", nameof(value)),
    };

    /// <summary>As most of Azure's services write it: in UTC, to the second.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss+00:00", CultureInfo.InvariantCulture);

    /// <summary>Without what the program holds secret; what is left of a list keeps its order.</summary>
    public static ImmutableSortedDictionary<string, object> Unmasked(ImmutableSortedDictionary<string, object> map) => map
        .Where(entry => !IsMasked(entry.Value))
        .ToImmutableSortedDictionary(entry => entry.Key, entry => UnmaskedValue(entry.Value), StringComparer.Ordinal);

    private static bool IsMasked(object value) => value is string text && MaskedSecret.Is(text);

    private static object UnmaskedValue(object value) => value switch
    {
        ImmutableSortedDictionary<string, object> map => Unmasked(map),
        ImmutableArray<object> list => list.Where(item => !IsMasked(item)).Select(UnmaskedValue).ToImmutableArray(),
        _ => value,
    };

    private static JsonObject Properties(AzureResource resource, WireForm form, ImmutableSortedDictionary<string, object> values)
    {
        var naming = Naming(resource.Type);
        var properties = new JsonObject();
        foreach (var (key, value) in values)
        {
            // Types whose properties the provider does not flatten have them under this key already.
            if (key == "properties" && value is ImmutableSortedDictionary<string, object> whole)
            {
                foreach (var (inner, innerValue) in whole)
                    properties[inner] = Json(innerValue);
            }
            else if (!naming.Contains(key) && (!EnvelopeKeys.Stated.Contains(key) || form.Inside.Contains(key)))
            {
                properties[form.Renamed.FirstOrDefault(pair => pair.Input == key).Wire ?? key] = Json(value);
            }
        }

        return properties;
    }

    private static HashSet<string> Naming(string token)
    {
        var rule = ComputedValues.Rules[token];
        var names = (rule.Path ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries).Select(ArmType.InputOf).OfType<string>();
        return [.. EnvelopeKeys.Naming, .. names, .. rule.NameInput is { } own ? [own] : Array.Empty<string>(), "resourceUri"];
    }

    private static string PathName(string id) => string.Join('/', id.Split('/')[8..].Where((_, index) => index % 2 == 0));

    /// <summary>What is beneath another resource has no place of its own, unless it states one.</summary>
    private static bool HasLocation(AzureResource resource) =>
        resource.Declared.Find("location") is not null || (ResourceIds.ParentOf(resource.Id) is null && ResourceIds.GroupOf(resource.Id) is not null);

    /// <summary>The provider takes user-assigned identities as a list; in Azure they are a map's keys.</summary>
    private static JsonNode Identity(object value)
    {
        var wire = Json(value);
        if (wire is JsonObject identity && identity["userAssignedIdentities"] is JsonArray ids)
        {
            identity["userAssignedIdentities"] = new JsonObject(
                ids.Select(id => KeyValuePair.Create<string, JsonNode?>(id!.GetValue<string>(), new JsonObject())));
        }

        return wire;
    }

    private static ImmutableSortedDictionary<string, object> WithDefault(
        ImmutableSortedDictionary<string, object> values, (string Path, object Value) preset)
    {
        var path = preset.Path.Split('.');
        var holder = path.Length == 1 ? values : PlainValues.Select(values, string.Join('.', path[..^1])).FirstOrDefault();
        return holder is ImmutableSortedDictionary<string, object> map && !map.ContainsKey(path[^1])
            ? PlainValues.With(values, path, preset.Value)
            : values;
    }

    private static ImmutableSortedDictionary<string, object> WithElements(ImmutableSortedDictionary<string, object> values, string key) =>
        values.TryGetValue(key, out var list)
            ? values.SetItem(key, PlainValues.Items(list).Select(Element).ToImmutableArray())
            : values;

    private static object Element(object element)
    {
        if (element is not ImmutableSortedDictionary<string, object> map)
            return element;

        var inner = map.RemoveRange(EnvelopeKeys.OfElement);
        return map.RemoveRange(inner.Keys).SetItem("properties", inner);
    }
}
