namespace ReleaseInfra.Cli.Engine.Diff;

/// <summary>The order in which resources can be made: each after everything that it needs.</summary>
internal sealed class ResourceOrder
{
    private readonly Dictionary<string, StackResource> _byUrn;
    private readonly ILookup<string?, StackResource> _children;
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly List<StackResource> _ordered = [];

    private ResourceOrder(IReadOnlyCollection<StackResource> resources)
    {
        _byUrn = resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        _children = resources.ToLookup(resource => resource.Parent, StringComparer.Ordinal);
    }

    /// <returns>All of them; among those that do not need each other, in the order that they are given in.</returns>
    public static IReadOnlyList<StackResource> Of(IReadOnlyCollection<StackResource> resources)
    {
        var order = new ResourceOrder(resources);
        foreach (var resource in resources)
            order.Visit(resource);

        return order._ordered;
    }

    private void Visit(StackResource resource)
    {
        if (!_visited.Add(resource.Urn))
            return;

        foreach (var ancestor in Ancestors(resource))
            Visit(ancestor);
        foreach (var urn in resource.Dependencies)
            VisitNeeded(resource, urn);
        _ordered.Add(resource);
    }

    private void VisitNeeded(StackResource resource, string urn)
    {
        if (!_byUrn.TryGetValue(urn, out var needed))
            return;

        Visit(needed);
        // Who needs a component needs all that is in it; but what is in it itself would wait for its own siblings.
        if (needed.IsComponent && !Ancestors(resource).Contains(needed))
            VisitChildren(needed);
    }

    private void VisitChildren(StackResource component)
    {
        foreach (var child in _children[component.Urn])
        {
            Visit(child);
            VisitChildren(child);
        }
    }

    private IEnumerable<StackResource> Ancestors(StackResource resource)
    {
        for (var urn = resource.Parent; urn is not null && _byUrn.TryGetValue(urn, out var parent); urn = parent.Parent)
            yield return parent;
    }
}
