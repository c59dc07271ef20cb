using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Cli.Engine.Local.Apply;

/// <summary>A resource in the form that the embedded Azure takes. Secrets have become digests long before.</summary>
internal static class DeclaredInputs
{
    public static DeclaredResource Of(StackResource resource) => new(resource.Type, resource.Name, Plain(resource.Inputs));

    private static Dictionary<string, object> Plain(MapValue map)
    {
        var plain = new Dictionary<string, object>(map.Entries.Length, StringComparer.Ordinal);
        foreach (var (key, value) in map.Entries)
        {
            if (Plain(value) is { } kept)
                plain[key] = kept;
        }

        return plain;
    }

    private static object? Plain(InputValue value) => value switch
    {
        NullValue => null,
        BooleanValue flag => flag.Value,
        NumberValue number => number.Value,
        TextValue text => text.Value,
        SecretValue { Digest: { } digest } => MaskedSecret.Of(digest),
        ListValue list => list.Items.Select(Plain).OfType<object>().ToList(),
        MapValue map => Plain(map),
        _ => throw new InvalidOperationException($"{value.GetType().Name} cannot be applied."),
    };
}
