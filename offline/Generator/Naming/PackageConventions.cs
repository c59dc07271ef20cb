using ReleaseInfra.Offline.Generator.Schema;

namespace ReleaseInfra.Offline.Generator.Naming;

/// <summary>What one provider package does in its own way.</summary>
/// <param name="Modules">From the module of a token to the last step of its namespace.</param>
/// <param name="NestedInputSuffix">What a nested input's class adds to its name in the slice.</param>
/// <param name="HasGet">
/// Whether resources get a static <c>Get</c>. The bridged packages have one as well, but with a state class of which the
/// slices say nothing.
/// </param>
internal sealed record PackageConventions(
    string Namespace,
    IReadOnlyDictionary<string, string> Modules,
    string NestedInputSuffix,
    bool HasGet)
{
    private static readonly SortedDictionary<string, PackageConventions> Known = new(StringComparer.Ordinal)
    {
        ["azure-native"] = new("Pulumi.AzureNative", AzureModules.ByToken, NestedInputSuffix: "", HasGet: true),
        ["docker"] = Bridged("Pulumi.Docker"),
        ["random"] = Bridged("Pulumi.Random"),
    };

    /// <summary>The prefix of the package's own resource attribute.</summary>
    public string AttributePrefix => Namespace.Substring(Namespace.LastIndexOf('.') + 1);

    /// <exception cref="SchemaException">The package is not one of those whose conventions are known.</exception>
    public static PackageConventions Of(string package) =>
        Known.TryGetValue(package, out var conventions)
            ? conventions
            : throw new SchemaException($"the package '{package}' is unknown (known: {string.Join(", ", Known.Keys)})");

    /// <exception cref="SchemaException">The package has no such module.</exception>
    public string NamespaceOf(string module)
    {
        if (module.Length == 0)
            return Namespace;
        return Modules.TryGetValue(module, out var name)
            ? $"{Namespace}.{name}"
            : throw new SchemaException($"the module '{module}' is unknown (known: {string.Join(", ", Modules.Keys)})");
    }

    private static PackageConventions Bridged(string root) =>
        new(root, new SortedDictionary<string, string>(), NestedInputSuffix: "Args", HasGet: false);
}
