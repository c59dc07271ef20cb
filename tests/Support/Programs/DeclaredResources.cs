namespace ReleaseInfra.Tests.Support.Programs;

/// <summary>Everything that one run of a program declared, its stack left out; in the order of type and name.</summary>
public sealed class DeclaredResources(IEnumerable<DeclaredResource> resources)
{
    public IReadOnlyList<DeclaredResource> All { get; } =
    [
        .. resources
            .OrderBy(resource => resource.Type, StringComparer.Ordinal)
            .ThenBy(resource => resource.Name, StringComparer.Ordinal),
    ];

    /// <param name="type">Without the package, as in <c>app:ContainerApp</c>.</param>
    public IReadOnlyList<DeclaredResource> Of(string type) =>
        [.. All.Where(resource => resource.Type.EndsWith($":{type}", StringComparison.Ordinal))];

    /// <summary>The only one of its type.</summary>
    public DeclaredResource The(string type) => Of(type).Single();

    public DeclaredResource The(string type, string name) => Of(type).Single(resource => resource.Name == name);
}
