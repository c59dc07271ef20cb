using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi;

/// <summary>The configuration of a run, given by the engine through the environment, keys as in <c>project:key</c>.</summary>
internal sealed class ConfigurationValues
{
    private readonly ImmutableDictionary<string, string> _values;

    private ConfigurationValues(ImmutableDictionary<string, string> values) => _values = values;

    // PULUMI_CONFIG_SECRET_KEYS says which of them are secret; the published SDK reads it, and then asks nobody to obey it.
    public static ConfigurationValues FromEnvironment()
    {
        if (Environment.GetEnvironmentVariable("PULUMI_CONFIG") is not { } json)
            return new ConfigurationValues(ImmutableDictionary<string, string>.Empty);

        using var document = JsonDocument.Parse(json);
        var values = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var property in document.RootElement.EnumerateObject())
            values[WithoutConfigPart(property.Name)] = property.Value.ToString();
        return new ConfigurationValues(values.ToImmutable());
    }

    public string? Get(string fullKey) => _values.GetValueOrDefault(fullKey);

    // Old engines say project:config:key.
    private static string WithoutConfigPart(string key)
    {
        const string Part = ":config:";
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && string.CompareOrdinal(key, colon, Part, 0, Part.Length) == 0
            ? $"{key[..colon]}:{key[(colon + Part.Length)..]}"
            : key;
    }
}
