using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Types;

namespace ReleaseInfra.Rehearsal.Arm.Wire;

/// <param name="Token">Pulumi's.</param>
/// <param name="Path">As in <c>Microsoft.App/containerApps/{containerAppName}</c>.</param>
internal sealed record ArmTypeName(string Token, string Path)
{
    /// <summary>As in <c>Microsoft.App/containerApps</c>.</summary>
    public string Type { get; } = string.Join('/', Path.Split('/').Where((_, index) => index == 0 || index % 2 == 1));

    /// <summary>The inputs that hold the names in an id, with those names.</summary>
    public IEnumerable<(string Input, string Name)> Names(string id)
    {
        var expected = Path.Split('/');
        var found = id.Split('/')[^expected.Length..];
        for (var index = 2; index < expected.Length; index += 2)
        {
            if (ArmType.InputOf(expected[index]) is { } input)
                yield return (input, found[index]);
        }
    }
}

/// <summary>The types that ids can name, without case.</summary>
internal static class ArmTypes
{
    private static readonly Dictionary<string, ArmTypeName> ByType = ComputedValues.Rules
        .Where(rule => rule.Value.Path is not null)
        .Select(rule => new ArmTypeName(rule.Key, rule.Value.Path!))
        .ToDictionary(name => name.Type, StringComparer.OrdinalIgnoreCase);

    /// <param name="type">As in <c>Microsoft.App/containerApps</c>.</param>
    public static ArmTypeName? Find(string type) => ByType.GetValueOrDefault(type);

    public static bool HasNamespace(string name) => OfNamespace(name).Any();

    public static IEnumerable<ArmTypeName> OfNamespace(string name) =>
        ByType.Values.Where(type => ResourceIds.Covers(name, type.Type)).OrderBy(type => type.Type, StringComparer.Ordinal);

    public static IEnumerable<string> Namespaces() =>
        ByType.Values.Select(type => type.Type.Split('/')[0]).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal);
}
