using ReleaseInfra.Rehearsal.Types;

namespace ReleaseInfra.Rehearsal.Resources;

/// <summary>What Azure computes for a resource, without creating anything: a pure function of scope and inputs.</summary>
public sealed class ComputedValues(AzureScope scope)
{
    internal static readonly Dictionary<string, ResourceRule> Rules = ResourceRules.ByType();

    public static IReadOnlyCollection<string> KnownTypes => Rules.Keys;

    /// <exception cref="RehearsalException">The type is unknown, or an input that names the resource is missing.</exception>
    public ComputedResource Of(DeclaredResource resource) =>
        Rules.TryGetValue(resource.Type, out var rule)
            ? rule.Compute(scope, resource)
            : throw RehearsalException.UnknownType(resource.Type, Rules.Keys);

    /// <summary>Whether Azure, asked to change the property, makes a new resource or refuses.</summary>
    /// <param name="path">As in <c>backup.geoRedundantBackup</c> or <c>subnets[0].name</c>.</param>
    public static bool IsImmutable(string type, string path) =>
        Rules.TryGetValue(type, out var rule) && Paths.AnyCovers(rule.Immutable, path);

    /// <summary>Paths of inputs that are settled at creation; <c>[]</c> stands for every element of a list.</summary>
    internal static IReadOnlyList<string> ImmutableInputs(string type) => Rules.GetValueOrDefault(type)?.Immutable ?? [];

    /// <summary>
    /// Paths of inputs that are secret whatever the program says of them; <c>[]</c> stands for every element of a list.
    /// Azure takes them and never gives them back.
    /// </summary>
    public static IReadOnlyList<string> SecretInputs(string type) => Rules.GetValueOrDefault(type)?.Secret ?? [];

    /// <summary>The input that holds the physical name; null where the type has no name of its own.</summary>
    public static string? NameInput(string type) => Rules.GetValueOrDefault(type)?.NameInput;
}
